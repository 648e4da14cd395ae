/** What there can be to look at anew. */
export const topics = ["signatures", "requests", "faults", "clock", "callbacks"] as const;
export type Topic = (typeof topics)[number];

/** Tells whoever watches that something is no longer as it was; what it is now, they ask for. */
export class Changes {
  readonly #watchers = new Set<(topic: Topic) => void>();

  tell(topic: Topic): void {
    for (const watcher of this.#watchers) watcher(topic);
  }

  /** Returns what ends it. */
  watch(watcher: (topic: Topic) => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }
}
