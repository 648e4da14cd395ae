import type { Memory } from "./memory";

/** The last work of each key that is under way. */
const makeTurns = () => new Map<string, Promise<unknown>>();

/**
 * Runs work of one key one after another within the process, in the order of the calls; that of other keys goes on
 * beside it. A failure is the caller's own and does not keep the next from its turn.
 */
export function runExclusive<Result>(memory: Memory, key: string, work: () => Promise<Result>): Promise<Result> {
  const lastTurns = memory.of(makeTurns);
  const turn = (lastTurns.get(key) ?? Promise.resolve()).then(work);
  const ended = turn.then(
    () => undefined,
    () => undefined,
  );
  lastTurns.set(key, ended);
  void ended.then(() => {
    if (lastTurns.get(key) === ended) lastTurns.delete(key);
  });
  return turn;
}
