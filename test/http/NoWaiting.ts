import type { Timing } from "../../provider/http/timing";

/** A clock that is right, but waits for nothing and remembers for how long it should have. */
export class NoWaiting implements Timing {
  readonly pauses: number[] = [];

  async sleep(milliseconds: number): Promise<void> {
    this.pauses.push(milliseconds);
  }

  random(): number {
    return 0;
  }

  now(): number {
    return Date.now();
  }
}
