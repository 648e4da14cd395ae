import type { EmulatorOptions } from "../emulator-options";

/** The options that one flag sets directly; those of the apps are put together from several. */
type Direct = Exclude<keyof EmulatorOptions, "apps" | "hwAccounts">;

export interface Flag {
  /** Undefined: it is put together with others, see `read.ts`. */
  option?: Direct;
  /** How its value is written; undefined: it takes none. */
  value?: string;
  reads: "text" | "number" | "switch" | "yes or no" | "list" | "numbers by name";
  help: string;
}

/** Every flag of the command, in the order of `--help`. */
export const flags = {
  port: { option: "port", value: "PORT", reads: "number", help: "port to listen on; 0, the default, takes a free one" },
  host: { option: "host", value: "ADDRESS", reads: "text", help: "address to listen on (127.0.0.1)" },
  "app-key": { option: "appKey", value: "KEY", reads: "text", help: "app key (the sample of JPush's documents)" },
  "master-secret": { option: "masterSecret", value: "SECRET", reads: "text", help: "its master secret (the sample's)" },
  app: { value: "KEY:SECRET[:REVISION]", reads: "list", help: "a further app" },
  revision: { option: "revision", value: "REVISION", reads: "text", help: "2026-04 (default), 2018-11 or 2018-03" },
  "reviews-at-once": { option: "reviewsAtOnce", value: "COUNT", reads: "number", help: "under review per app (1)" },
  "auto-approve": { option: "autoApprove", value: "DURATION", reads: "text", help: "approve after, e.g. 2s (never)" },
  strict: { option: "strict", reads: "switch", help: "refuse unknown fields" },
  data: { option: "data", value: "FILE", reads: "text", help: "keep the signatures in this file (memory only)" },
  "number-checks": { option: "numberChecks", value: "error|off", reads: "text", help: "check characters (error)" },
  "max-sign-length": {
    option: "maxSignLength",
    value: "COUNT",
    reads: "number",
    help: "most characters of a text (8)",
  },
  "image-limit": { option: "imageLimit", value: "BYTES", reads: "number", help: "most bytes of an image (2097152)" },
  "blocked-word": { option: "blockedWords", value: "WORD", reads: "list", help: "50037 for texts that have it (none)" },
  "rate-limit": {
    option: "rateLimit",
    value: "CALLS/DURATION",
    reads: "text",
    help: "50009 beyond, e.g. 20/1m (none)",
  },
  "service-closed": { value: "KEY", reads: "list", help: "50008 for this app" },
  blacklisted: { value: "KEY", reads: "list", help: "50036 for this app" },
  "allow-address": { value: "KEY=ADDRESS", reads: "list", help: "50035 for this app's calls from elsewhere" },
  "delete-pending": {
    option: "deletePending",
    value: "yes|no",
    reads: "yes or no",
    help: "may what is under review be deleted (yes)",
  },
  "modify-waits": {
    option: "modifyWaits",
    value: "yes|no",
    reads: "yes or no",
    help: "does 50103 block a modify too (yes)",
  },
  "modify-keeps-images": {
    option: "modifyKeepsImages",
    value: "yes|no",
    reads: "yes or no",
    help: "does a modify keep images not sent (no)",
  },
  duplicates: {
    option: "duplicates",
    value: "yes|no",
    reads: "yes or no",
    help: "may two signatures have one text (yes)",
  },
  "absent-code": { option: "absentCode", value: "CODE", reads: "number", help: "for a deleted or foreign id (50102)" },
  "not-rejected-code": {
    option: "notRejectedCode",
    value: "CODE",
    reads: "number",
    help: "for a modify of one not rejected (50102)",
  },
  "callback-url": {
    option: "callbackUrl",
    value: "URL",
    reads: "text",
    help: "post the end of each review there (none)",
  },
  "first-is-default": {
    option: "firstIsDefault",
    value: "yes|no",
    reads: "yes or no",
    help: "does the first approved become the default (no)",
  },
  "omit-not-default": {
    option: "omitNotDefault",
    value: "yes|no",
    reads: "yes or no",
    help: "leave is_default out instead of 0 (no)",
  },
  "hw-access-key": {
    option: "hwAccessKey",
    value: "KEY",
    reads: "text",
    help: "Huawei Cloud's access key (its documents' sample)",
  },
  "hw-secret-key": { option: "hwSecretKey", value: "KEY", reads: "text", help: "its secret key (the sample's)" },
  "hw-security-token": {
    option: "hwSecurityToken",
    value: "TOKEN",
    reads: "text",
    help: "makes the two temporary keys (none)",
  },
  "hw-project-id": { option: "hwProjectId", value: "ID", reads: "text", help: "its project (the sample's)" },
  "hw-region": {
    option: "hwRegion",
    value: "REGION",
    reads: "text",
    help: "region and name of the project (cn-north-4)",
  },
  "hw-user-name": { option: "hwUserName", value: "NAME", reads: "text", help: "IAM user (IAMUser)" },
  "hw-user-password": {
    option: "hwUserPassword",
    value: "PASSWORD",
    reads: "text",
    help: "its password (IAMPassword)",
  },
  "hw-domain-name": { option: "hwDomainName", value: "NAME", reads: "text", help: "name of the account (IAMDomain)" },
  "hw-app": { option: "hwApps", value: "NAME", reads: "list", help: "an application (sample)" },
  "hw-http-status": {
    option: "hwHttpStatuses",
    value: "CODE=STATUS",
    reads: "numbers by name",
    help: "for an error code",
  },
  "hw-created-status": {
    option: "hwCreatedStatus",
    value: "STATUS",
    reads: "number",
    help: "of a create: 200 or 201 (200)",
  },
  "hw-deleted-status": {
    option: "hwDeletedStatus",
    value: "STATUS",
    reads: "number",
    help: "of a delete: 200 or 204 (204)",
  },
  "hw-absent-code": {
    option: "hwAbsentCode",
    value: "CODE",
    reads: "text",
    help: "for a deleted or foreign id (MSGSMS.0005)",
  },
  "hw-duplicate-code": {
    option: "hwDuplicateCode",
    value: "CODE",
    reads: "text",
    help: "for the same name and type (MSGSMS.0006)",
  },
  "hw-absent-app-code": {
    option: "hwAbsentAppCode",
    value: "CODE",
    reads: "text",
    help: "for an application not there (MSGSMS.0014)",
  },
  "hw-service-opened": {
    option: "hwServiceOpened",
    value: "yes|no",
    reads: "yes or no",
    help: "otherwise MSGSMS.0013 (yes)",
  },
  "hw-site": {
    option: "hwSite",
    value: "intl|cn",
    reads: "text",
    help: "cn has PROMOTION_TYPE and qualifications (intl)",
  },
  "hw-name-checks": {
    option: "hwNameChecks",
    value: "yes|no",
    reads: "yes or no",
    help: "refuse names outside of the console's rule (no)",
  },
  "hw-source-titles": {
    option: "hwSourceTitles",
    value: "yes|no",
    reads: "yes or no",
    help: "sources 1 to 4 need source_title_content (no)",
  },
  "hw-names": { option: "hwNames", value: "exact|contains", reads: "text", help: "how lists compare names (exact)" },
  "hw-file-limit": { option: "hwFileLimit", value: "BYTES", reads: "number", help: "most bytes of a file (2097152)" },
  "hw-utc-offset": { option: "hwUtcOffset", value: "HOURS", reads: "number", help: "of the times in answers (8)" },
  "hw-nulls": {
    option: "hwNulls",
    value: "yes|no",
    reads: "yes or no",
    help: "null for what there is not, in answers (no)",
  },
  help: { reads: "switch", help: "print this" },
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof flags;

/** Every option has a flag: this does not compile otherwise. */
type Missing = Exclude<Direct, Extract<(typeof flags)[FlagName], { option: string }>["option"]>;
export const complete: Missing extends never ? true : Missing = true;
