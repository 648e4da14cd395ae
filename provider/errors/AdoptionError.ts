import { SmsError } from "./SmsError";

/** An existing signature could not be taken over. */
export class AdoptionError extends SmsError {
  override readonly name = "AdoptionError";

  constructor(adoptId: number | string, reason: string, next: string) {
    super(`The signature ${adoptId} was not taken over: ${reason}. ${next}`);
  }
}
