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
  securityToken: some.optional(),
  projectId: some,
  region: some.optional(),
  userName: some.default(sampleAccount.userName),
  userPassword: some.default(sampleAccount.userPassword),
  domainName: some.default(sampleAccount.domainName),
  apps: names.default([sampleAccount.app]),
});

const code = z.custom<HuaweiCode>((value) => typeof value === "string" && isCode(value), {
  error: `one of ${codes.join(", ")}`,
});
const statuses = "an HTTP status from 200 to 599";
const status = z.int(statuses).min(200, statuses).max(599, statuses);

function badCode({ code: kind }: { code: string }): string | undefined {
  return kind === "invalid_key" ? `is no code; there are ${codes.join(", ")}` : undefined;
}

/** The schema of `HuaweiOptions`. */
export const huaweiOptions = {
  hwAccessKey: some.default(sampleAccount.accessKey),
  hwSecretKey: some.default(sampleAccount.secretKey),
  hwSecurityToken: some.optional(),
  hwProjectId: some.default(sampleAccount.projectId),
  hwRegion: some.default(sampleAccount.region),
  hwUserName: some.default(sampleAccount.userName),
  hwUserPassword: some.default(sampleAccount.userPassword),
  hwDomainName: some.default(sampleAccount.domainName),
  hwApps: names.default([sampleAccount.app]),
  hwAccounts: z.array(account).default([]),
  hwHttpStatuses: z.partialRecord(code, status, { error: badCode }).default({}),
  hwCreatedStatus: z.union([z.literal(200), z.literal(201)], { error: "200 or 201" }).default(200),
  hwDeletedStatus: z.union([z.literal(200), z.literal(204)], { error: "200 or 204" }).default(204),
  hwAbsentCode: code.default("MSGSMS.0005"),
  hwDuplicateCode: code.default("MSGSMS.0006"),
  hwAbsentAppCode: code.default("MSGSMS.0014"),
  hwServiceOpened: z.boolean().default(true),
  hwSite: z.enum(["intl", "cn"], { error: "intl or cn" }).default("intl"),
  hwNameChecks: z.boolean().default(false),
  hwSourceTitles: z.boolean().default(false),
  hwNames: z.enum(["exact", "contains"], { error: "exact or contains" }).default("exact"),
  hwFileLimit: z
    .int()
    .min(1)
    .default(2 * 1024 * 1024),
  hwUtcOffset: z.int().min(-12).max(14).default(8),
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
  accounts: [HuaweiAccount, ...HuaweiAccount[]];
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
  const accounts: HuaweiSettings["accounts"] = [first, ...further];
  for (const name of ["accessKey", "projectId"] as const) {
    const values = accounts.map((one) => one[name]);
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined)
      throw new OptionError([{ option: "hwAccounts", message: `${name} ${twice} is there twice` }]);
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
