import type { Clock } from "../clock";
import { DataFileError } from "../data-file-error";
import { OptionError } from "../option-error";
import type { Vendor } from "../vendor";
import { readContents, writeContents } from "./contents";
import { codeOf, DataFile } from "./file";
import { removeLeftovers } from "./leftovers";

/**
 * Fills the vendors from the file and keeps it equal to them. The result does something that changes a lot, or the
 * clock, and writes once for all of it.
 */
export function keepOnDisk(path: string, vendors: readonly Vendor[], clock: Clock): (act: () => void) => void {
  const file = new DataFile(path);
  const text = tryOrSay(path, () => {
    removeLeftovers(path);
    return file.read();
  });
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
  const dump = () => {
    const stores = vendors.map(({ name, store, kept }) => [name, { ...store.dump(), kept: kept?.dump() }] as const);
    return writeContents({ clock: clock.offset, vendors: Object.fromEntries(stores) });
  };
  // Shows that it can be written. The same text is no change to one that has this file by right, should this be a mistake.
  tryOrSay(path, () => file.write(text ?? dump()));

  let later = false;
  const save = () => {
    if (!later) file.write(dump());
  };
  for (const { store, kept } of vendors) {
    store.onChange(save);
    kept?.onChange(save);
  }
  return (act) => {
    later = true;
    try {
      act();
    } finally {
      later = false;
    }
    save();
  };
}

function tryOrSay<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (error instanceof DataFileError) throw new OptionError([{ option: "data", message: error.message }]);
    const fix = "name a file in a folder that is there and that the emulator may write";
    throw new OptionError([{ option: "data", message: `${path} cannot be read (${codeOf(error)}); ${fix}` }]);
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
