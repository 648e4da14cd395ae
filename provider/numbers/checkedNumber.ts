/**
 * What is wrong with a number that has a check character. Shape and check character are told apart, since the vendor's
 * own documented samples fail their check characters: a wrong check character can be made a warning, a wrong shape
 * cannot. A reason never holds a digit of the number.
 */
export interface NumberIssue {
  readonly kind: "shape" | "checkCharacter";
  readonly reason: string;
}

/** The sum of each character's value times the weight of its place, for as many places as there are weights. */
export function weightedSum(text: string, weights: readonly number[], valueOf: (character: string) => number): number {
  return weights.reduce((sum, weight, place) => sum + weight * valueOf(text.charAt(place)), 0);
}
