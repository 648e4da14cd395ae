import type { Clock } from "../clock";
import { OptionError } from "../option-error";
import type { Vendor } from "../vendor";
import { readContents, writeContents } from "./contents";
import { readIfThere, writeWhole } from "./file";

/** Fills the vendors from the file and keeps it equal to them; the result writes it once more. */
export function keepOnDisk(path: string, vendors: readonly Vendor[], clock: Clock): () => void {
  const text = tryOrSay(path, () => readIfThere(path));
  if (text !== undefined) {
    understandOrSay(path, () => {
      const contents = readContents(text);
      for (const { name, store, kept } of vendors) {
        const stored = contents.vendors[name];
        if (!stored) continue;
        if (stored.kept !== undefined) kept?.restore(stored.kept);
        store.restore(stored);
      }
      clock.advance(contents.clock);
    });
  }
  const save = () => {
    const stores = vendors.map(({ name, store, kept }) => [name, { ...store.dump(), kept: kept?.dump() }]);
    writeWhole(path, writeContents({ clock: clock.offset, vendors: Object.fromEntries(stores) }));
  };
  tryOrSay(path, save);
  for (const { store, kept } of vendors) {
    store.onChange(save);
    kept?.onChange(save);
  }
  return save;
}

function tryOrSay<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new OptionError([{ option: "data", message: `${path} cannot be read and written (${reason})` }]);
  }
}

function understandOrSay(path: string, read: () => void): void {
  try {
    read();
  } catch {
    // What the parser says could quote the file, and people's data with it.
    throw new OptionError([
      { option: "data", message: `${path} is not a data file of this emulator; name another one or remove it` },
    ]);
  }
}
