import { EXPLICIT, FILLED } from "../settings/sources";

/** The namespace of Huawei Cloud's settings in the stack's config. */
export const NAMESPACE = "huaweicloud";

/** Every setting that reaches the plugin, an explicit provider's marks among them. */
export const SETTINGS = [
  "huaweicloud:region",
  "huaweicloud:projectId",
  "huaweicloud:accessKey",
  "huaweicloud:secretKey",
  "huaweicloud:securityToken",
  "huaweicloud:token",
  "huaweicloud:userName",
  "huaweicloud:password",
  "huaweicloud:domainName",
  "huaweicloud:endpoint",
  "huaweicloud:iamEndpoint",
  "huaweicloud:insecureHttp",
  "huaweicloud:connectTimeout",
  "huaweicloud:requestTimeout",
  "huaweicloud:maxTries",
  EXPLICIT,
  FILLED,
] as const;

/** The environment's variable for each setting that it can give. */
export const VARIABLES = {
  region: "HW_REGION_NAME",
  projectId: "HW_PROJECT_ID",
  accessKey: "HW_ACCESS_KEY",
  secretKey: "HW_SECRET_KEY",
  securityToken: "HW_SECURITY_TOKEN",
  token: "HW_AUTH_TOKEN",
  userName: "HW_USER_NAME",
  password: "HW_USER_PASSWORD",
  domainName: "HW_DOMAIN_NAME",
  endpoint: "HW_MSGSMS_ENDPOINT",
  iamEndpoint: "HW_IAM_ENDPOINT",
} as const;
