import { EventEmitter } from "node:events";
import type { Fault } from "./fault";

/** The faults in force. The first that fits a request meets it. */
export class FaultList extends EventEmitter<{ change: []; met: [] }> {
  #faults: Fault[] = [];
  #forgotten = new AbortController();

  constructor() {
    super();
    // Every held request listens.
    this.setMaxListeners(0);
  }

  /** With the times that are left. */
  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** Takes the place of the whole list, and lets go of what is held. */
  replace(faults: readonly Fault[]): void {
    this.#faults = faults.map((fault) => ({ ...fault }));
    this.emit("change");
  }

  /** Aborts at the next reset: what waits to take effect then never does. */
  get forgotten(): AbortSignal {
    return this.#forgotten.signal;
  }

  /** No faults, and nothing that still waits for one to end. */
  reset(): void {
    this.#forgotten.abort();
    this.#forgotten = new AbortController();
    this.replace([]);
  }

  /** The fault that meets this request, which counts as one of its times. */
  take(method: string, path: string): Fault | undefined {
    const fault = this.#faults.find((one) => fits(one, method, path));
    if (fault?.times !== undefined && --fault.times === 0) this.#faults = this.#faults.filter((one) => one !== fault);
    // Not a change of the list: that lets go of what is held.
    if (fault?.times !== undefined) this.emit("met");
    return fault;
  }
}

function fits(fault: Fault, method: string, path: string): boolean {
  const sameMethod = fault.method === undefined || fault.method.toUpperCase() === method;
  return sameMethod && (fault.path === undefined || path.startsWith(fault.path));
}
