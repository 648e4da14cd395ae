import { VendorRefusedError } from "./VendorRefusedError";

/** The vendor takes one submission at a time, and another one is under review: of this program or of anybody else. */
export class ReviewOpenError extends VendorRefusedError {
  override readonly name = "ReviewOpenError";
}
