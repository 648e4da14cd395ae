import { setMaxListeners } from "node:events";
import { closeAtEnd } from "../journal/savedRecords";
import type { Memory } from "../memory";

/*
 * At the end of a run in order the engine sends this process an interrupt, when no call is under way and what creates
 * and updates returned is saved. The second interrupt of a person reaches this process too, while calls are under way: what those do is not
 * saved, and the engine kills this process some five seconds later. Without a listener it dies at once, perhaps between
 * a vendor's answer and the journal's record of it; with one it has those seconds to finish what is under way.
 */

interface Calls {
  readonly underWay: Set<Promise<unknown>>;
  readonly interrupted: AbortController;
}

/** Longer than the engine waits before it kills: for a process that nobody kills. */
const LIMIT = 10_000;

/** Counts a call as under way until it ends. */
export function finishing<T>(memory: Memory, call: Promise<T>): Promise<T> {
  const { underWay } = memory.of(newCalls);
  underWay.add(call);
  const done = () => void underWay.delete(call);
  call.then(done, done);
  return call;
}

/** Aborted at an interrupt, or when a person cancels the run. */
export function interruptIn(memory: Memory): AbortSignal {
  return memory.of(newCalls).interrupted.signal;
}

/** A person has cancelled the run: waits end now, and the process goes on. */
export function cancel(memory: Memory): void {
  memory.of(newCalls).interrupted.abort();
}

/** Makes the process end as the engine's interrupts ask it to. */
export function endInOrder(memory: Memory): void {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.once(signal, () => {
      const { underWay, interrupted } = memory.of(newCalls);
      if (signal === "SIGINT" && underWay.size === 0) closeAtEnd(memory);
      interrupted.abort();
      setTimeout(() => process.exit(code), LIMIT).unref();
      // Time for the answers that were just given to be written to the engine.
      void Promise.allSettled(underWay).then(() => setImmediate(() => process.exit(code)));
    });
  }
}

/**
 * Makes the process end when the one that started it has ended: a killed engine tells nobody. What is under way is
 * finished first, and its records stay open, since nothing of it is saved.
 */
export function endWithParent(memory: Memory): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    const { underWay, interrupted } = memory.of(newCalls);
    interrupted.abort();
    void Promise.allSettled(underWay).then(() => process.exit(1));
  }, 1000);
}

function newCalls(): Calls {
  const interrupted = new AbortController();
  // Any number of gates wait at once, and Node warns of more than ten.
  setMaxListeners(0, interrupted.signal);
  return { underWay: new Set(), interrupted };
}
