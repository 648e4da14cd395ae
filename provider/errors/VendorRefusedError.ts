import { SmsError } from "./SmsError";
import { describeCall, type Call } from "./call";

/** What a vendor answered when it refused. */
export interface Refusal {
  readonly call: Call;
  /** The vendor's name in sentences. */
  readonly vendor: string;
  readonly httpStatus: number;
  /** The vendor's own code; null where the refusal is the HTTP status alone. */
  readonly vendorCode: number | string | null;
  /** The vendor's own words, free of private values already (`foreignText`). */
  readonly vendorMessage: string;
  /** What to do next, as sentences. */
  readonly advice: string;
}

/** The vendor refused, with its own code: certain that nothing was changed. The kinds that need their own handling extend it. */
export class VendorRefusedError extends SmsError {
  override readonly name: string = "VendorRefusedError";
  readonly httpStatus: number;
  readonly vendorCode: number | string | null;
  readonly vendorMessage: string;

  constructor(refusal: Refusal) {
    const code = refusal.vendorCode === null ? "" : `, code ${refusal.vendorCode}`;
    const words = refusal.vendorMessage === "" ? "" : ` "${refusal.vendorMessage}"`;
    super(
      `${refusal.vendor} refused ${describeCall(refusal.call)} with HTTP ${refusal.httpStatus}${code}${words}. ${refusal.advice}`,
    );
    this.httpStatus = refusal.httpStatus;
    this.vendorCode = refusal.vendorCode;
    this.vendorMessage = refusal.vendorMessage;
  }
}
