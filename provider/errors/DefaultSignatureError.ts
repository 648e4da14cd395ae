import { VendorRefusedError } from "./VendorRefusedError";

/** The vendor does not delete a default signature, or one in use; only its console can make another one the default. */
export class DefaultSignatureError extends VendorRefusedError {
  override readonly name = "DefaultSignatureError";
}
