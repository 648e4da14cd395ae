/**
 * What one process has learnt: connections, tokens, look-ups, whose turn it is. There is one for each process, made by
 * the front end; a test that makes another has another process.
 */
export class Memory {
  readonly #parts = new Map<() => unknown, unknown>();
  /** ISO 8601. */
  readonly startedAt = new Date().toISOString();

  /** The part that `make` makes: made when it is first asked for, the same ever after. */
  of<Part>(make: () => Part): Part {
    if (!this.#parts.has(make)) this.#parts.set(make, make());
    return this.#parts.get(make) as Part;
  }
}
