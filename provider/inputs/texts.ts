import { z } from "zod";

/** A text as vendors take it: it neither begins nor ends with white space and has no control characters. */
export const TEXT = z
  .string({ error: "not a text: write it in quotes" })
  .refine((value) => value.trim() === value, { error: "it begins or ends with white space: remove it", abort: true })
  .refine((value) => !/\p{Cc}/u.test(value), {
    error: "it has a line break, a tab or another control character: remove it",
    abort: true,
  });

/** How long people take a text to be, who count a rare character as one. */
export function lengthOf(value: string): number {
  return [...value].length;
}
