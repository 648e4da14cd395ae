import { SmsError } from "./SmsError";

/** A text that should be a duration is none. */
export class InvalidDurationError extends SmsError {
  override readonly name = "InvalidDurationError";

  constructor(text: string) {
    super(
      `${JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)} is not a duration: ` +
        "write a whole number and a unit without a space, as in 90s, 45m, 24h or 3d",
    );
  }
}
