/*
 * A second interrupt of a run reaches the plugin process, which the engine kills some five seconds later. Without a
 * listener it dies at once, perhaps between a vendor's answer and the journal's record of it; with one it has those
 * seconds to finish what is under way.
 */

const underWay = new Set<Promise<unknown>>();
let listening = false;

/** Longer than the engine waits before it kills: for a process that nobody kills. */
const LIMIT = 10_000;

/** Counts a call as under way until it ends. */
export function finishing<T>(call: Promise<T>): Promise<T> {
  listen();
  underWay.add(call);
  const done = () => void underWay.delete(call);
  call.then(done, done);
  return call;
}

function listen(): void {
  if (listening) return;
  listening = true;
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(code), LIMIT).unref();
      // Time for the answers that were just given to be written to the engine.
      void Promise.allSettled(underWay).then(() => setImmediate(() => process.exit(code)));
    });
  }
}
