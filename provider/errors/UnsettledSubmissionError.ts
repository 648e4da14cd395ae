import { SmsError } from "./SmsError";

/** A filing was sent and its answer lost: it may be under review, or may never have arrived. */
export class UnsettledSubmissionError extends SmsError {
  override readonly name = "UnsettledSubmissionError";

  constructor(name: string, sentAt: string, where: string, cause: Error) {
    super(
      `${cause.message} Whether ${name}, sent at ${sentAt}, arrived is not known, so it stays in the state as unsettled and is not simply filed again. ` +
        `The next pulumi up goes on from here. To settle it by hand, look in ${where}: if it is there, set adoptId to its id; if not, change resubmit.`,
      { cause },
    );
  }
}
