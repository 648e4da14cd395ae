import type { Meaning } from "../http/answers";

/** Where a person looks at Huawei Cloud's side. */
export const CONSOLE = "the Message & SMS console (Huawei Cloud: Domestic SMS, Signature Management)";

const CHECK_INPUTS =
  "Check the inputs against Huawei Cloud's rules; what pulumi-sms checks beforehand is what Huawei Cloud has published.";
const ASKED_TOO_OFTEN = "Huawei Cloud was asked too often: run again later, or with a smaller `--parallel`.";
const NO_APPLICATION =
  "There is no such application in this project: look up its id or its name in the console (Application Management) of the same region.";

/** The signature's own absence, in the vendor's words: "Signature does not exist", "not found". */
const ABSENT: Meaning = {
  reads: "absent",
  advice:
    "Huawei Cloud knows no signature of this id in this project: somebody may have deleted it. Run `pulumi refresh`.",
};

/** The code that says that what was given is no id of a signature. */
export const NO_SIGNATURE_ID = "MSGSMS.0012";

/**
 * The codes, a row each: https://support.huaweicloud.com/intl/en-us/api-msgsms/sms_05_0060.html. Those of authentication
 * get their advice from where the credentials came from.
 */
const CODES = new Map<string, Meaning>([
  ["MSGSMS.0002", { reads: "other", advice: CHECK_INPUTS }],
  ["MSGSMS.0003", { reads: "authentication", advice: "" }],
  ["MSGSMS.0004", { reads: "other", advice: "A signature of this name and type is there already." }],
  ["MSGSMS.0005", ABSENT],
  ["MSGSMS.0006", { reads: "other", advice: "A signature of this name and type is there already." }],
  [
    "MSGSMS.0007",
    {
      reads: "other",
      advice: "Only a rejected signature can be changed. Run `pulumi refresh` to see how it stands now.",
    },
  ],
  [
    "MSGSMS.0011",
    {
      reads: "other",
      advice:
        "Huawei Cloud has no file of one of the ids: look at the inputs that are given as { fileId }, or give the documents themselves.",
    },
  ],
  [NO_SIGNATURE_ID, { reads: "other", advice: "Huawei Cloud takes this for no signature's id." }],
  [
    "MSGSMS.0013",
    {
      reads: "other",
      advice: "The Message & SMS service is not opened for this account and region: open it in the console.",
    },
  ],
  ["MSGSMS.0014", { reads: "other", advice: NO_APPLICATION }],
  ["MSGSMS.0033", ABSENT],
  ["MSGSMS.0076", { reads: "other", advice: NO_APPLICATION }],
  [
    "MSGSMS.0130",
    {
      reads: "other",
      advice: "Only a signature that has lapsed can be activated again. Run `pulumi refresh` to see how it stands now.",
    },
  ],
  ["MSGSMS.0132", { reads: "other", advice: CHECK_INPUTS }],
  [
    "APIGW.0301",
    {
      reads: "authentication",
      advice:
        "A signed request is also refused where this machine's clock is more than 15 minutes off, or after several wrong ones for five minutes.",
    },
  ],
  [
    "APIGW.0302",
    {
      reads: "other",
      advice: "This user or this machine's address is not let in: ask the account's administrator for the permission.",
    },
  ],
  ["APIGW.0303", { reads: "authentication", advice: "" }],
  ["APIGW.0307", { reads: "authentication", advice: "" }],
  ["APIGW.0308", { reads: "busy", advice: ASKED_TOO_OFTEN }],
]);

/** Codes that say that a signature of the same name and type exists. */
export const EXISTS: readonly (string | number | null)[] = ["MSGSMS.0004", "MSGSMS.0006"];

/** The code that says that a file's id is none. */
export const NO_SUCH_FILE = "MSGSMS.0011";

/** Codes that say that an application's id is none. */
export const NO_SUCH_APPLICATION: readonly (string | number | null)[] = ["MSGSMS.0014", "MSGSMS.0076"];

/**
 * Statuses that say by their definition (RFC 9110, RFC 6585) that the request was not acted on, whoever answers and
 * whatever the body. Any other one proves something only with Huawei Cloud's own code.
 */
const REFUSING_STATUSES = new Map<number, Meaning>([
  [401, { reads: "authentication", advice: "" }],
  [413, { reads: "other", advice: "The document is too large for Huawei Cloud's gateway: file a smaller scan." }],
  [429, { reads: "busy", advice: ASKED_TOO_OFTEN }],
]);

const UNLISTED: Meaning = {
  reads: "other",
  advice: "Huawei Cloud's documents do not list this code: its own words, and its support, are what there is to go by.",
};

const FORBIDDEN: Meaning = {
  reads: "other",
  advice:
    "The credentials are known, but may not do this: the user needs the permissions of Message & SMS (MSGSMS FullAccess) in this project, and the project must be the one of the region.",
};

export function refusesByItself(httpStatus: number): boolean {
  return REFUSING_STATUSES.has(httpStatus);
}

/**
 * Whether an envelope with this status is a refusal, and so certain. 500 is one of the service's own statuses, and which
 * of its codes go with it is not documented: with a listed code it is the service that refused.
 */
export function isRefusal(httpStatus: number, code: string): boolean {
  return (
    (httpStatus >= 400 && httpStatus < 500) || (httpStatus === 500 && code.startsWith("MSGSMS.") && CODES.has(code))
  );
}

/** What of a refusal's words may be shown: a gateway's repeat the signed request, headers and all. */
export function wordsOf(code: string, words: string): string {
  if (code.startsWith("APIG")) return "";
  const at = words.search(/canonical.?request/is);
  // In one pass from the end: a long run of blanks must not cost its square.
  return at < 0
    ? words
    : words
        .slice(0, at)
        .trimEnd()
        .replace(/[,:;]$/, "");
}

/**
 * What a refusal means, by its code before its HTTP status; which statuses go with which codes is not documented.
 * @param ofSignature whether the request named a signature, so that "not found" can only speak of it
 */
export function meaningOf(httpStatus: number, code: string | null, ofSignature: boolean): Meaning {
  const listed = code === null ? undefined : CODES.get(code);
  if (listed?.reads === "absent")
    return ofSignature && !refusesByItself(httpStatus) ? listed : { ...listed, reads: "other" };
  return (
    listed ??
    REFUSING_STATUSES.get(httpStatus) ??
    (httpStatus === 403 && !code?.startsWith("MSGSMS.") ? FORBIDDEN : UNLISTED)
  );
}
