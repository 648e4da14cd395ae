import { SmsError } from "./SmsError";
import { describeCall, type Call } from "./call";

/** A request that changes something was sent, and what came back does not tell whether it took effect. */
export class LostAnswerError extends SmsError {
  override readonly name = "LostAnswerError";
  /** Undefined where no answer came at all. */
  readonly httpStatus: number | undefined;

  constructor(failure: { readonly call: Call; readonly reason: string; readonly httpStatus?: number | undefined }) {
    super(
      `${describeCall(failure.call)} was sent, but its answer is lost: ${failure.reason}. ` +
        "It may have taken effect or not. Run the same command again: it looks before it changes anything.",
    );
    this.httpStatus = failure.httpStatus;
  }
}
