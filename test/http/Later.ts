import { NoWaiting } from "./NoWaiting";

/** A clock that a test moves on. */
export class Later extends NoWaiting {
  /** By milliseconds. */
  ahead = 0;

  override now(): number {
    return super.now() + this.ahead;
  }
}
