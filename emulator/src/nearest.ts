/** A clause, behind the question whether the known name nearest to a mistyped one was meant, where one is near. */
export function suggest(given: unknown, known: readonly string[], clause: string): string {
  const meant = nearestName(given, known);
  return meant === undefined ? clause : `did you mean ${meant}? ${clause.charAt(0).toUpperCase()}${clause.slice(1)}`;
}

/** What was most likely meant by something that is none of the known names; undefined where none is near. */
export function nearestName(given: unknown, known: readonly string[]): string | undefined {
  if (typeof given !== "string") return undefined;
  const [nearest] = known
    .map((name) => ({ name, edits: editsBetween(given.toLowerCase(), name.toLowerCase()) }))
    .sort((one, other) => one.edits - other.edits);
  return nearest && nearest.edits <= given.length / 3 ? nearest.name : undefined;
}

/** Letters to add, drop, replace, or swap with the next. */
function editsBetween(one: string, other: string): number {
  const table = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => table[row]?.[column] ?? Infinity;
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    table.push(next);
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(row - 2, column - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(one.length, other.length);
}
