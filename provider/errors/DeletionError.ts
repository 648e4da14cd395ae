import { SmsError } from "./SmsError";

/** Some submissions could not be deleted; the rest is done, and deleting again goes on from here. */
export class DeletionError extends SmsError {
  override readonly name = "DeletionError";

  constructor(remaining: readonly { readonly name: string; readonly error: Error }[]) {
    const each = remaining.map(({ name, error }) => `${name}: ${error.message}`).join(" ");
    super(`Not deleted: ${each} What else there was is deleted; run it again when the cause is gone.`);
  }
}
