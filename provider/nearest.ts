/**
 * A clause that says what there is, behind the question whether the nearest of that was meant. What was given is not
 * repeated.
 * @param write how a known name is shown
 */
export function suggest(
  given: unknown,
  known: readonly string[],
  clause: string,
  write: (name: string) => string = (name) => name,
): string {
  const meant = typeof given === "string" ? nearestName(given, known) : null;
  if (meant === null) return clause;
  return `did you mean ${write(meant)}? ${clause.charAt(0).toUpperCase()}${clause.slice(1)}`;
}

/** How a word is written that stands in quotes in a program. */
export function quoted(word: string): string {
  return `"${word}"`;
}

/**
 * Why a name is none of those that there are.
 * @param what they are: `input`
 */
export function noSuchName(what: string, name: string, known: readonly string[]): string {
  return `there is no such ${what}: ${suggest(name, known, `the ${what}s are ${known.join(", ")}`)}`;
}

/**
 * The known name that somebody most likely meant: the only one that begins so, or the nearest. Null where none is near. Two
 * names are as far apart as there are letters to add, drop, replace or swap with the next.
 */
export function nearestName(name: string, known: readonly string[]): string | null {
  const small = name.toLowerCase();
  const [begun, ...others] = known.filter((each) => small.length > 2 && each.toLowerCase().startsWith(small));
  if (begun !== undefined && others.length === 0) return begun;
  const [nearest] = known
    .map((each) => ({ each, distance: distanceBetween(small, each.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  return nearest !== undefined && nearest.distance <= Math.floor(name.length / 3) ? nearest.each : null;
}

function distanceBetween(one: string, other: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + same,
          row > 1 && column > 1 && swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [before, last] = [last, next];
  }
  return last[other.length] ?? 0;
}
