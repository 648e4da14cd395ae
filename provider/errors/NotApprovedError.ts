import { SmsError } from "./SmsError";

/** An approval gate ended without an approval. Nothing is lost: the next run waits again. */
export class NotApprovedError extends SmsError {
  override readonly name = "NotApprovedError";

  constructor(
    /** How the signature stood when the wait ended. */
    readonly status: string,
    sentence: string,
  ) {
    super(sentence);
  }
}
