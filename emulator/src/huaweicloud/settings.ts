import { z } from "zod";
import { OptionError } from "../option-error";
import { codes, isCode, type HuaweiCode } from "./errors";

/** Made up, or samples of the vendor's pages. */
const sampleAccount = {
  accessKey: "QTWAOYTTINDUT2QVKYUC",
  secretKey: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc",
  projectId: "77b6a44cba5143ab91d13ab9a8ff44fd",
  region: "cn-north-4",
  userName: "IAMUser",
  userPassword: "IAMPassword",
  domainName: "IAMDomain",
  app: "sample",
};

const some = z.string().min(1);
const names = z.array(some).min(1);

const account = z.strictObject({
  accessKey: some,
  secretKey: some,
  /** Default: none, the keys are permanent. */
  securityToken: some.optional(),
  projectId: some,
  /** Also the project's name. Default: the emulator's region. */
  region: some.optional(),
  userName: some.default(sampleAccount.userName),
  userPassword: some.default(sampleAccount.userPassword),
  domainName: some.default(sampleAccount.domainName),
  /** Names of its applications. Default: one, `sample`. */
  apps: names.default([sampleAccount.app]),
});

const code = z.custom<HuaweiCode>((value) => typeof value === "string" && isCode(value), {
  error: `one of ${codes.join(", ")}`,
});
const status = z.int().min(200).max(599);

/** What can be set about Huawei Cloud. */
export const huaweiOptions = {
  /** Access key of the account that is always there. Default: the sample of the vendor's pages. */
  hwAccessKey: some.default(sampleAccount.accessKey),
  /** Its secret key. Default: the sample's. */
  hwSecretKey: some.default(sampleAccount.secretKey),
  /** Makes the two temporary keys, which go with this token. Default: none. */
  hwSecurityToken: some.optional(),
  /** Its project. Default: the sample's. */
  hwProjectId: some.default(sampleAccount.projectId),
  /** Region, which is also the project's name. Default `cn-north-4`. */
  hwRegion: some.default(sampleAccount.region),
  /** IAM user that can have tokens. Default `IAMUser`. */
  hwUserName: some.default(sampleAccount.userName),
  /** Its password. Default `IAMPassword`. */
  hwUserPassword: some.default(sampleAccount.userPassword),
  /** The account's name. Default `IAMDomain`. */
  hwDomainName: some.default(sampleAccount.domainName),
  /** Names of its applications; two may be the same. Default: one, `sample`. */
  hwApps: names.default([sampleAccount.app]),
  /** Further accounts, each with a project of its own. */
  hwAccounts: z.array(account).default([]),
  /** HTTP statuses for codes, e.g. `{ "MSGSMS.0002": 400 }`. Default: the table of the README. */
  hwHttpStatuses: z.partialRecord(code, status).default({}),
  /** HTTP status of a create, 200 or 201. Default 200. */
  hwCreatedStatus: z.union([z.literal(200), z.literal(201)], { error: "200 or 201" }).default(200),
  /** HTTP status of a delete, 200 or 204. Default 204. */
  hwDeletedStatus: z.union([z.literal(200), z.literal(204)], { error: "200 or 204" }).default(204),
  /** Code for an id that is deleted, another project's or never was. Default `MSGSMS.0005`. */
  hwAbsentCode: code.default("MSGSMS.0005"),
  /** Code for a second signature of the same name and type. Default `MSGSMS.0006`. */
  hwDuplicateCode: code.default("MSGSMS.0006"),
  /** Code for an application that is not there. Default `MSGSMS.0014`; the other reading is `MSGSMS.0076`. */
  hwAbsentAppCode: code.default("MSGSMS.0014"),
  /** Whether the service is opened. Default true; otherwise every call is MSGSMS.0013. */
  hwServiceOpened: z.boolean().default(true),
  /** `cn`, the Chinese site, knows PROMOTION_TYPE and fails reviews without a qualification. Default `intl`. */
  hwSite: z.enum(["intl", "cn"], { error: "intl or cn" }).default("intl"),
  /** Whether names outside of the console's rule are refused. Default false. */
  hwNameChecks: z.boolean().default(false),
  /** Whether the sources 1 to 4 need `source_title_content`, which is discarded. Default false. */
  hwSourceTitles: z.boolean().default(false),
  /** How a list's `signature_name` and `app_name` are compared. Default `exact`. */
  hwNames: z.enum(["exact", "contains"], { error: "exact or contains" }).default("exact"),
  /** Most bytes of a file. Default 2,097,152; the other reading of "2 MB" is 2,000,000. */
  hwFileLimit: z.int().min(1).default(2 * 1024 * 1024),
  /** Hours from UTC of the times in answers and filters, which tell no zone. Default 8. */
  hwUtcOffset: z.int().min(-12).max(14).default(8),
  /** Whether a member without a value is null in an answer. Default false: it is left out. */
  hwNulls: z.boolean().default(false),
};

/** `strict` is an option of all vendors. */
type Chosen = z.output<z.ZodObject<typeof huaweiOptions>> & { strict: boolean };

export interface HuaweiAccount {
  accessKey: string;
  secretKey: string;
  securityToken?: string | undefined;
  projectId: string;
  region: string;
  userName: string;
  userPassword: string;
  domainName: string;
  apps: string[];
}

export interface HuaweiSettings {
  accounts: HuaweiAccount[];
  statuses: Chosen["hwHttpStatuses"];
  createdStatus: 200 | 201;
  deletedStatus: 200 | 204;
  absentCode: HuaweiCode;
  duplicateCode: HuaweiCode;
  absentAppCode: HuaweiCode;
  serviceOpened: boolean;
  site: "intl" | "cn";
  strict: boolean;
  nameChecks: boolean;
  sourceTitles: boolean;
  names: "exact" | "contains";
  fileLimit: number;
  utcOffset: number;
  nulls: boolean;
}

/** One list of accounts instead of one and further ones. */
export function huaweiSettings(chosen: Chosen): HuaweiSettings {
  const first = {
    accessKey: chosen.hwAccessKey,
    secretKey: chosen.hwSecretKey,
    securityToken: chosen.hwSecurityToken,
    projectId: chosen.hwProjectId,
    region: chosen.hwRegion,
    userName: chosen.hwUserName,
    userPassword: chosen.hwUserPassword,
    domainName: chosen.hwDomainName,
    apps: chosen.hwApps,
  };
  const further = chosen.hwAccounts.map(({ region = chosen.hwRegion, ...rest }) => ({ ...rest, region }));
  const accounts = [first, ...further];
  for (const name of ["accessKey", "projectId"] as const) {
    const values = accounts.map((one) => one[name]);
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined) throw new OptionError([{ option: "hwAccounts", message: `${name} ${twice} is there twice` }]);
  }
  return {
    accounts,
    statuses: chosen.hwHttpStatuses,
    createdStatus: chosen.hwCreatedStatus,
    deletedStatus: chosen.hwDeletedStatus,
    absentCode: chosen.hwAbsentCode,
    duplicateCode: chosen.hwDuplicateCode,
    absentAppCode: chosen.hwAbsentAppCode,
    serviceOpened: chosen.hwServiceOpened,
    site: chosen.hwSite,
    strict: chosen.strict,
    nameChecks: chosen.hwNameChecks,
    sourceTitles: chosen.hwSourceTitles,
    names: chosen.hwNames,
    fileLimit: chosen.hwFileLimit,
    utcOffset: chosen.hwUtcOffset,
    nulls: chosen.hwNulls,
  };
}
