import { SmsError } from "./SmsError";

/** A program reads a signature by its id, and the vendor holds none of it. */
export class AbsentSignatureError extends SmsError {
  override readonly name = "AbsentSignatureError";

  constructor(id: string, vendor: string) {
    super(
      `${vendor} knows no signature ${id} in this account: look up the id in the account that the credentials belong to.`,
    );
  }
}
