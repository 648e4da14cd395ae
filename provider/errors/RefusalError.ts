import { SmsError } from "./SmsError";

/** The plan itself forbids to go on, and a person has to decide. */
export class RefusalError extends SmsError {
  override readonly name = "RefusalError";

  constructor(
    /** Which of the lifecycle's refusals. */
    readonly why: string,
    clause: string,
  ) {
    super(`${begun(why, clause)}.`);
  }
}

function begun(why: string, clause: string): string {
  // Whether anything was filed is the very question there, and this run may have sent it once more.
  if (why === "unsettled") return clause.charAt(0).toUpperCase() + clause.slice(1);
  // Elsewhere statuses were asked for, and something may have been withdrawn before.
  return `Nothing was ${why === "foreign" ? "sent" : "filed"}: ${clause}`;
}
