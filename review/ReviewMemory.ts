/**
 * What a receiver remembers of the deliveries that it has seen. The receiver's own forgets with its process; one that
 * is kept elsewhere, in Redis for one, serves several processes and survives them.
 */
export interface ReviewMemory {
  /** What was last kept under the key, unless it has expired. */
  get(key: string): string | undefined | Promise<string | undefined>;
  /** @param expires when it may be forgotten, milliseconds since 1970 */
  set(key: string, value: string, expires: number): void | Promise<void>;
}

/** The most that is remembered; what was kept first is forgotten first. */
const MOST = 10_000;

/** A memory in this process. */
export function processMemory(now: () => number = Date.now): ReviewMemory {
  const kept = new Map<string, { readonly value: string; readonly expires: number }>();
  return {
    get(key) {
      const found = kept.get(key);
      return found && found.expires > now() ? found.value : undefined;
    },
    set(key, value, expires) {
      kept.delete(key);
      kept.set(key, { value, expires });
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST) break;
        kept.delete(oldest);
      }
    },
  };
}
