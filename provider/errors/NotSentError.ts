import { SmsError } from "./SmsError";
import { describeCall, type Call } from "./call";

/** No connection came about, so nothing has left this machine. */
export class NotSentError extends SmsError {
  override readonly name = "NotSentError";
  readonly tries: number;

  constructor(failure: { readonly call: Call; readonly reason: string; readonly tries: number }) {
    super(
      `${describeCall(failure.call)} was not sent, after ${failure.tries === 1 ? "one try" : `${failure.tries} tries`}: ` +
        `${failure.reason}. Nothing was changed at the vendor. Check the network and the endpoint, then run the same command again.`,
    );
    this.tries = failure.tries;
  }
}
