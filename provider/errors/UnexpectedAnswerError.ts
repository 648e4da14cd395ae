import { SmsError } from "./SmsError";
import { describeCall, type Call } from "./call";

/** A request that changes nothing was not answered as the vendor documents it, or not at all, however often it was tried. */
export class UnexpectedAnswerError extends SmsError {
  override readonly name = "UnexpectedAnswerError";
  /** Undefined where no answer came at all. */
  readonly httpStatus: number | undefined;

  constructor(failure: { readonly call: Call; readonly reason: string; readonly httpStatus?: number | undefined }) {
    super(
      `${describeCall(failure.call)} got no answer that says anything: ${failure.reason}. ` +
        "Nothing was changed by it. Run the same command again later; if it goes on, look at the endpoint and at what stands between here and there.",
    );
    this.httpStatus = failure.httpStatus;
  }
}
