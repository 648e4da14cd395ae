import type { ResourceFile } from "./record";

/** What the journal's folders held when they were first looked at in this process. */
class Leftovers {
  readonly #folders = new Map<string, Promise<readonly ResourceFile[]>>();

  in(folder: string, read: () => Promise<readonly ResourceFile[]>): Promise<readonly ResourceFile[]> {
    const files = this.#folders.get(folder) ?? read();
    this.#folders.set(folder, files);
    return files;
  }
}

export const newLeftovers = (): Leftovers => new Leftovers();
