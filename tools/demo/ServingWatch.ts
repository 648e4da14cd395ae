import { setTimeout } from "node:timers/promises";
import type { ControlPlane } from "../control/ControlPlane";

/** Watches from outside that some approved signature exists at every moment. */
export class ServingWatch {
  readonly #stopping = new AbortController();
  #watching: Promise<void> | undefined;
  #looks = 0;
  #gap: Error | undefined;

  constructor(private readonly control: ControlPlane) {}

  start(): void {
    this.#watching = this.#watch();
  }

  /**
   * Stops it.
   * @returns how often it looked
   * @throws Error if there was a moment without an approved signature
   */
  async stop(): Promise<number> {
    this.#stopping.abort();
    await this.#watching;
    if (this.#gap) throw this.#gap;
    return this.#looks;
  }

  async #watch(): Promise<void> {
    while (!this.#stopping.signal.aborted && !this.#gap) {
      try {
        const signatures = await this.control.signatures();
        this.#looks += 1;
        if (!signatures.some(({ status }) => status === "approved")) {
          const there = signatures.map(({ id, status }) => `${id} ${status}`).join(", ") || "none";
          this.#gap = new Error(`there was a moment without an approved signature (${there})`);
        }
      } catch (cause) {
        this.#gap = new Error("the emulator could not be asked for its signatures", { cause });
      }
      await setTimeout(50);
    }
  }
}
