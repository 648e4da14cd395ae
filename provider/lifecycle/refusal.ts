import type { Desired } from "./desired";
import type { Entry } from "./ledger";
import { desiredName, nameOf } from "./names";
import type { Refusal } from "./plan";
import type { VendorRules } from "./vendor";

/** Why nothing is sent, and what to do, as a clause. The same words stand in a preview's line and in the error. */
export function refusal(why: Refusal, entry: Entry | null, desired: Desired, rules: VendorRules): string {
  const name = entry === null ? "the signature" : nameOf(entry, rules);
  switch (why) {
    case "other-account":
      return (
        `${entry === null ? desiredName(desired) : name} belongs to another ${rules.vendor} account or endpoint than the one that would be asked now. A signature never moves between accounts: ` +
        "restore the credentials that filed it, or declare a second resource with the new ones and remove this one after its approval"
      );
    case "unsettled":
      return (
        `the answer to the filing of ${lostTexts(entry, desired)} at ${entry?.unconfirmed?.sentAt ?? "an earlier time"} was lost, and only a person can find out whether it arrived. ` +
        `Look in ${rules.console} for that text, filed about that time. If it is there, set adoptId to its id. If it is not, change resubmit to any new text, and it is filed again`
      );
    case "pending":
      return `${name} is under review and whilePending is "refuse". Wait for the review to end, or set whilePending to "after" or "withdraw"`;
    case "equal":
      return (
        `${rules.vendor} lets no second signature with the same ${rules.uniqueBy?.join(" and ") ?? "content"} stand beside ${name}. ` +
        "Declare the change under another name, or set allowOutage: true to delete that signature first: if it is the one that serves, nothing can be sent until the next approval"
      );
    case "adopted":
      return `adoptId names ${desired.adoptId}, but this resource has ${name} already. Declare a second resource for ${desired.adoptId}`;
  }
}

function lostTexts(entry: Entry | null, desired: Desired): string {
  const lost = entry?.unconfirmed?.text;
  if (lost === undefined) return desiredName(desired);
  if (lost === "") return "what the program declared then (its text is not known)";
  return lost === desired.text || desired.text === null ? `【${lost}】` : `【${lost}】 (or 【${desired.text}】)`;
}
