/**
 * How a number with a check character fared. Shape and check character are told apart, since the vendor's own
 * documented samples fail their check characters: a wrong one can be made a warning, a wrong shape cannot.
 * A reason never holds a digit of the number.
 */
export type NumberVerdict =
  | { readonly kind: "valid" }
  | { readonly kind: "shape"; readonly reason: string }
  | { readonly kind: "checkCharacter"; readonly reason: string };

export const VALID: NumberVerdict = { kind: "valid" };

/** The sum of each character's value times the weight of its place, for as many places as there are weights. */
export function weightedSum(text: string, weights: readonly number[], valueOf: (character: string) => number): number {
  return weights.reduce((sum, weight, place) => sum + weight * valueOf(text.charAt(place)), 0);
}
