import { refusingStatuses, unlistedCode, type CodeRow } from "../vendors/codes";

/** Where a person looks at JPush's side. */
export const CONSOLE = "the JPush console (www.jiguang.cn: the app, SMS, signatures)";

/** The code that is no error. */
export const SUCCESS = 50000;

export const CHECK_INPUTS =
  "Check the inputs against JPush's rules; what pulumi-sms checks beforehand is what JPush has published.";
const ASKED_TOO_OFTEN = "JPush was asked too often: run again later, or with a smaller `--parallel`.";
export const REPORT = "JPush may have changed its API: look for a newer pulumi-sms, or report this.";

/** The codes of every revision, a row each. Those of authentication get their advice from where the credentials came from. */
export const CODES = new Map<number, CodeRow>([
  [50001, { meaning: "authentication", advice: "" }],
  [50002, { meaning: "authentication", advice: "" }],
  [50003, { meaning: "other", advice: REPORT }],
  [50007, { meaning: "other", advice: CHECK_INPUTS }],
  [50008, { meaning: "other", advice: `The SMS service is not opened for this app: open it in ${CONSOLE}.` }],
  [50009, { meaning: "busy", advice: ASKED_TOO_OFTEN }],
  [50016, { meaning: "other", advice: "There is no such API at this address: check the endpoint." }],
  [50017, { meaning: "other", advice: REPORT }],
  [50018, { meaning: "other", advice: "Check the endpoint; a proxy may have turned the request into another one." }],
  [
    50035,
    {
      meaning: "other",
      advice: "This machine's address is not on the app's allow-list: add it there, which only the JPush console can.",
    },
  ],
  [50036, { meaning: "other", advice: "The app is on JPush's blacklist: ask JPush's support." }],
  [50037, { meaning: "other", advice: "The text holds a word that JPush blocks: choose another text." }],
  [
    50101,
    { meaning: "other", advice: "JPush does not take one of the images: file them as PNG or JPEG, each below 2 MB." },
  ],
  [
    50102,
    {
      meaning: "absent",
      advice: "JPush knows no signature of this id in this app: somebody may have deleted it. Run `pulumi refresh`.",
    },
  ],
  [
    50103,
    {
      meaning: "review-open",
      advice:
        "JPush takes one submission of an app at a time, and another one is under review: let that review end, " +
        `or delete that submission in ${CONSOLE}, then run again.`,
    },
  ],
  [
    50104,
    {
      meaning: "other",
      advice:
        "JPush does not take the text of the signature: Chinese characters, letters and digits only, without brackets.",
    },
  ],
  [
    50105,
    {
      meaning: "default",
      advice: `The app's default signature cannot be deleted: make another signature the default in ${CONSOLE}, then run again. No API call can do that.`,
    },
  ],
]);

const REFUSING_STATUSES = refusingStatuses({
  tooLarge: "The documents together are too large for JPush's gateway: file smaller scans.",
  tooOften: ASKED_TOO_OFTEN,
});

const UNLISTED = unlistedCode("JPush");

/**
 * The row of a refusal, by its code before its HTTP status; null where neither proves that JPush refused.
 * @param vendorCode null where no envelope came
 * @param own the codes of one revision, which come before those of all
 */
export function rowOf(
  httpStatus: number,
  vendorCode: number | null,
  own: ReadonlyMap<number, CodeRow>,
): CodeRow | null {
  const byStatus = REFUSING_STATUSES.get(httpStatus) ?? null;
  const isEnvelope = vendorCode !== null && httpStatus >= 400 && httpStatus < 500;
  if (!isEnvelope) return byStatus;
  const row = own.get(vendorCode) ?? CODES.get(vendorCode) ?? byStatus ?? UNLISTED;
  // Absence takes a signature out of the state: nothing but the documented pair of status and code proves it.
  return row.meaning === "absent" && httpStatus !== 403 ? { ...row, meaning: "other" } : row;
}
