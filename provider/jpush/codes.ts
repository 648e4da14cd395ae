import type { Meaning } from "../http/answers";

/** Where a person looks at JPush's side. */
export const CONSOLE = "the JPush console (www.jiguang.cn: the app, SMS, signatures)";

/** The code that is no error. */
export const SUCCESS = 50000;

export const CHECK_INPUTS =
  "Check the inputs against JPush's rules; what pulumi-sms checks beforehand is what JPush has published.";
const ASKED_TOO_OFTEN = "JPush was asked too often: run again later, or with a smaller `--parallel`.";
export const REPORT = "JPush may have changed its API: look for a newer pulumi-sms, or report this.";

/** The codes of every revision, a row each. Those of authentication get their advice from where the credentials came from. */
const CODES = new Map<number, Meaning>([
  [50001, { reads: "authentication", advice: "" }],
  [50002, { reads: "authentication", advice: "" }],
  [50003, { reads: "other", advice: REPORT }],
  [50007, { reads: "other", advice: CHECK_INPUTS }],
  [50008, { reads: "other", advice: `The SMS service is not opened for this app: open it in ${CONSOLE}.` }],
  [50009, { reads: "busy", advice: ASKED_TOO_OFTEN }],
  [50016, { reads: "other", advice: "There is no such API at this address: check the endpoint." }],
  [50017, { reads: "other", advice: REPORT }],
  [50018, { reads: "other", advice: "Check the endpoint; a proxy may have turned the request into another one." }],
  [
    50035,
    {
      reads: "other",
      advice: "This machine's address is not on the app's allow-list: add it there, which only the JPush console can.",
    },
  ],
  [50036, { reads: "other", advice: "The app is on JPush's blacklist: ask JPush's support." }],
  [50037, { reads: "other", advice: "The text holds a word that JPush blocks: choose another text." }],
  [
    50101,
    { reads: "other", advice: "JPush does not take one of the images: file them as PNG or JPEG, each below 2 MB." },
  ],
  [
    50102,
    {
      reads: "absent",
      advice: "JPush knows no signature of this id in this app: somebody may have deleted it. Run `pulumi refresh`.",
    },
  ],
  [
    50103,
    {
      reads: "review-open",
      advice:
        "JPush takes one submission of an app at a time, and another one is under review: let that review end, " +
        `or delete that submission in ${CONSOLE}, then run again.`,
    },
  ],
  [
    50104,
    {
      reads: "other",
      advice:
        "JPush does not take the text of the signature: Chinese characters, letters and digits only, without brackets.",
    },
  ],
  [
    50105,
    {
      reads: "default",
      advice: `The app's default signature cannot be deleted, and only the console can change which one it is: make another one the default in ${CONSOLE}, then run again.`,
    },
  ],
]);

/**
 * Statuses that say by their definition (RFC 9110, RFC 6585) that the request was not acted on, whoever answers and
 * whatever the body. Any other one proves something only with JPush's own code.
 */
const REFUSING_STATUSES = new Map<number, Meaning>([
  [401, { reads: "authentication", advice: "" }],
  [413, { reads: "other", advice: "The documents together are too large for JPush's gateway: file smaller scans." }],
  [429, { reads: "busy", advice: ASKED_TOO_OFTEN }],
]);

const UNLISTED: Meaning = {
  reads: "other",
  advice: "JPush's documents do not list this code: its own words, and its support, are what there is to go by.",
};

export function refusesByItself(httpStatus: number): boolean {
  return REFUSING_STATUSES.has(httpStatus);
}

/**
 * What a refusal means, by its code before its HTTP status.
 * @param own the codes of one revision, which come before those of all
 */
export function meaningOf(httpStatus: number, vendorCode: number | null, own: ReadonlyMap<number, Meaning>): Meaning {
  const listed = vendorCode === null ? undefined : (own.get(vendorCode) ?? CODES.get(vendorCode));
  const meaning = listed ?? REFUSING_STATUSES.get(httpStatus) ?? UNLISTED;
  // Absence takes a signature out of the state: nothing but the documented pair of status and code proves it.
  return meaning.reads === "absent" && httpStatus !== 403 ? { ...meaning, reads: "other" } : meaning;
}
