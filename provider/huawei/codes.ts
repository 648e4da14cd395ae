import { refusingStatuses, unlistedCode, type CodeRow } from "../vendors/codes";

/** Where a person looks at Huawei Cloud's side. */
export const CONSOLE = "the Message & SMS console (Huawei Cloud: Domestic SMS, Signature Management)";

const CHECK_INPUTS =
  "Check the inputs against Huawei Cloud's rules; what pulumi-sms checks beforehand is what Huawei Cloud has published.";
const ASKED_TOO_OFTEN = "Huawei Cloud was asked too often: run again later, or with a smaller `--parallel`.";
const NO_APPLICATION =
  "There is no such application in this project: look up its id or its name in the console (Application Management) of the same region.";

/** The signature's own absence, in the vendor's words: "Signature does not exist", "not found". */
const ABSENT: CodeRow = {
  meaning: "absent",
  advice:
    "Huawei Cloud knows no signature of this id in this project: somebody may have deleted it. Run `pulumi refresh`.",
};

const NOT_OF_THE_PROJECT: CodeRow = {
  meaning: "authentication",
  advice:
    "The credentials are known, but not as those of this project: check huaweicloud:projectId (HW_PROJECT_ID), " +
    "which is the id of the region's project. A token must be of that project, not of the whole account.",
};

const SIGNED =
  "A signed request is also refused where this machine's clock is more than 15 minutes off, or after several wrong ones for five minutes.";

const TOKEN_ENDED = "The token has ended, as every token does after 24 hours: fetch a new one.";

/** The code that says that what was given is no id of a signature. */
export const NO_SIGNATURE_ID = "MSGSMS.0012";

/**
 * The codes, a row each: https://support.huaweicloud.com/intl/en-us/api-msgsms/sms_05_0060.html. Those of authentication
 * get their advice from where the credentials came from.
 */
export const CODES = new Map<string, CodeRow>([
  ["MSGSMS.0002", { meaning: "other", advice: CHECK_INPUTS }],
  ["MSGSMS.0003", NOT_OF_THE_PROJECT],
  ["MSGSMS.0004", { meaning: "other", advice: "A signature of this name and type is there already." }],
  ["MSGSMS.0005", ABSENT],
  ["MSGSMS.0006", { meaning: "other", advice: "A signature of this name and type is there already." }],
  [
    "MSGSMS.0007",
    {
      meaning: "other",
      advice: "Only a rejected signature can be changed. Run `pulumi refresh` to see how it stands now.",
    },
  ],
  [
    "MSGSMS.0011",
    {
      meaning: "other",
      advice:
        "Huawei Cloud has no file of one of the ids: look at the inputs that are given as { fileId }, or give the documents themselves.",
    },
  ],
  [NO_SIGNATURE_ID, { meaning: "other", advice: "Huawei Cloud takes this for no signature's id." }],
  [
    "MSGSMS.0013",
    {
      meaning: "other",
      advice: "The Message & SMS service is not opened for this account and region: open it in the console.",
    },
  ],
  ["MSGSMS.0014", { meaning: "other", advice: NO_APPLICATION }],
  [
    "MSGSMS.0016",
    { meaning: "other", advice: "Huawei Cloud wants the domain name of the website: give it as sourceTitleContent." },
  ],
  ["MSGSMS.0017", { meaning: "other", advice: "Huawei Cloud wants a power of attorney: give powerOfAttorney." }],
  ["MSGSMS.0033", ABSENT],
  ["MSGSMS.0058", { meaning: "other", advice: CHECK_INPUTS }],
  ["MSGSMS.0068", NOT_OF_THE_PROJECT],
  ["MSGSMS.0076", { meaning: "other", advice: NO_APPLICATION }],
  [
    "MSGSMS.0104",
    {
      meaning: "other",
      advice: "The Message & SMS service is not offered where this account is registered: ask Huawei Cloud's support.",
    },
  ],
  [
    "MSGSMS.0130",
    {
      meaning: "other",
      advice: "Only a signature that has lapsed can be activated again. Run `pulumi refresh` to see how it stands now.",
    },
  ],
  ["MSGSMS.0132", { meaning: "other", advice: CHECK_INPUTS }],
  ["MSGSMS.0133", { meaning: "other", advice: CHECK_INPUTS }],
  ["MSGSMS.0186", { meaning: "other", advice: CHECK_INPUTS }],
  ["MSGSMS.0187", { meaning: "other", advice: CHECK_INPUTS }],
  ["MSGSMS.0188", { meaning: "other", advice: CHECK_INPUTS }],
  [
    "APIGW.0301",
    {
      meaning: "authentication",
      advice: SIGNED,
    },
  ],
  [
    "APIGW.0302",
    {
      meaning: "other",
      advice: "This user or this machine's address is not let in: ask the account's administrator for the permission.",
    },
  ],
  ["APIGW.0303", { meaning: "authentication", advice: "" }],
  ["APIGW.0307", { meaning: "authentication", advice: TOKEN_ENDED }],
  ["APIGW.0308", { meaning: "busy", advice: ASKED_TOO_OFTEN }],
]);

/** Codes that say that a signature of the same name and type exists. */
export const EXISTS: readonly (string | number | null)[] = ["MSGSMS.0004", "MSGSMS.0006"];

/** The code that says that a file's id is none. */
export const NO_SUCH_FILE = "MSGSMS.0011";

/** Codes that say that an application's id is none. */
export const NO_SUCH_APPLICATION: readonly (string | number | null)[] = ["MSGSMS.0014", "MSGSMS.0076"];

const REFUSING_STATUSES = refusingStatuses({
  tooLarge: "The document is too large for Huawei Cloud's gateway: file a smaller scan.",
  tooOften: ASKED_TOO_OFTEN,
});

const UNLISTED = unlistedCode("Huawei Cloud");

const FORBIDDEN: CodeRow = {
  meaning: "other",
  advice:
    "The credentials are known, but may not do this: the user needs the permissions of Message & SMS (MSGSMS FullAccess) in this project, and the project must be the one of the region.",
};

/** What the API gateway can mean by one code, told apart by its words alone. */
const GATEWAY_WORDS: readonly (readonly [words: RegExp, advice: string])[] = [
  [/token (has )?expire/i, TOKEN_ENDED],
  [
    /decrypt token/i,
    "IAM cannot read the token: it is not whole, it has ended, or it comes from another environment. Fetch a new one.",
  ],
  [/ak not exist|get secretkey failed/i, "There is no such access key: it may have been deleted."],
  [
    /verify aksk signature/i,
    `The secret key is not the access key's, or something on the way has changed the request. ${SIGNED}`,
  ],
  [/signature expired/i, "This machine's clock is more than 15 minutes off: set it right."],
  [
    /reach the limit/i,
    "The access key is locked for five minutes, after several wrong signatures: check the secret key, and wait.",
  ],
];

/** What to do, where the gateway's words tell more than its code; null elsewhere. */
export function gatewayAdvice(code: string, words: string): string | null {
  if (!code.startsWith("APIG")) return null;
  return GATEWAY_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
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
 * The row of a refusal, by its code before its HTTP status; null where neither proves that Huawei Cloud refused. Which
 * statuses go with which codes is not documented, and 500 is one of the service's own: with a listed code it is the
 * service that refused.
 * @param code null where no envelope came
 * @param ofSignature whether the request named a signature, so that "not found" can only speak of it
 */
export function rowOf(httpStatus: number, code: string | null, ofSignature: boolean): CodeRow | null {
  const byStatus = REFUSING_STATUSES.get(httpStatus) ?? null;
  const listed = code === null ? undefined : CODES.get(code);
  const isListed500 = httpStatus === 500 && listed !== undefined && code?.startsWith("MSGSMS.");
  const isEnvelope = code !== null && ((httpStatus >= 400 && httpStatus < 500) || isListed500);
  if (!isEnvelope) return byStatus;
  if (listed?.meaning === "absent") return ofSignature && byStatus === null ? listed : { ...listed, meaning: "other" };
  return listed ?? byStatus ?? (httpStatus === 403 && !code.startsWith("MSGSMS.") ? FORBIDDEN : UNLISTED);
}
