/*
 * Characters that look right, or like nothing at all, and are others: texts are pasted from PDF files and chats.
 */

/** The blocks of radicals and of compatibility ideographs. Twelve of the latter are usual characters, which NFKC leaves as they are. */
const LOOK_ALIKE = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u;
const RADICAL = /[\u2e80-\u2fdf]/u;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const NOWHERE_ELSE = /[\p{Co}\p{Noncharacter_Code_Point}]/u;

/**
 * What is wrong with the first such character, as a clause; null where there is none.
 * @param isPrivate nothing of the text may be told
 */
export function strangeCharacterIn(text: string, isPrivate: boolean): string | null {
  for (const [index, character] of [...text].entries()) {
    const found = strangeness(character, isPrivate);
    if (found !== null) return `character ${index + 1} ${found}`;
  }
  return null;
}

function strangeness(character: string, isPrivate: boolean): string | null {
  const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  if (INVISIBLE.test(character)) return `is ${point}, which is invisible: remove it`;
  if (character === "\ufffd") return `is ${point}, which stands where a program has lost the real one: type that one`;
  if (/[\ud800-\udfff]/u.test(character))
    return "is half of a character, the rest of which is lost: type the whole one";
  if (NOWHERE_ELSE.test(character))
    return `${isPrivate ? "is" : `is ${point},`} of private use, which other machines show as another one or not at all: type the usual one`;
  const usual = character.normalize("NFKC");
  if (!LOOK_ALIKE.test(character) || (usual === character && !RADICAL.test(character))) return null;
  const what = isPrivate ? "looks like a usual Chinese character" : `is ${point} (${character})`;
  const instead = isPrivate || usual === character ? "type the usual one instead of pasting it" : `write ${usual}`;
  return `${what}, a look-alike that PDF files and chats put in a character's place: ${instead}`;
}
