import { SmsError } from "./SmsError";

/** The plan itself forbids to go on: nothing was sent, and a person has to decide. */
export class RefusalError extends SmsError {
  override readonly name = "RefusalError";

  constructor(
    /** Which of the lifecycle's refusals. */
    readonly why: string,
    sentence: string,
  ) {
    super(`Nothing was sent: ${sentence}.`);
  }
}
