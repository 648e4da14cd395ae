import { z } from "zod";
import type { Choice, Enumeration, Input, Member } from "../../properties";
import { parseDuration } from "../duration";
import { InvalidDurationError } from "../errors";
import { quoted, suggest } from "../nearest";
import { normaliseIdentityNumber, validateIdentityNumber } from "../numbers/identityNumber";
import { isAbsent } from "../values";
import type { Value } from "../values";
import { strangeCharacterIn } from "./characters";

/*
 * What an input's value must be, as far as the property table says it. A vendor's own rules stand in its folder. A
 * message never holds a value that could be private; an issue with `params: { warning: true }` stops nothing.
 */

export const WARNING = { params: { warning: true } } as const;

function text(isPrivate: boolean) {
  return z
    .string({ error: "not a text: write it in quotes" })
    .refine((value) => value.trim() === value, { error: "it begins or ends with white space: remove it", abort: true })
    .refine((value) => !/\p{Cc}/u.test(value), {
      error: "it has a line break, a tab or another control character: remove it",
      abort: true,
    })
    .refine((value) => strangeCharacterIn(value, isPrivate) === null, {
      error: ({ input }) => strangeCharacterIn(String(input), isPrivate) ?? "",
      abort: true,
    });
}

/** A text as vendors take it: it neither begins nor ends with white space and has only characters that can be seen. */
export const TEXT = text(false);

/** The same for a text of which nothing may be told. */
export const PRIVATE_TEXT = text(true);

/** A text that anybody may read: an identity number does not belong there. */
export const OPEN_TEXT = TEXT.refine((value) => !hasIdentityNumber(value), {
  error: "a person's identity number stands in it, and it is not stored as a secret: leave the number out",
  ...WARNING,
});

function hasIdentityNumber(value: string): boolean {
  const numbers = value.match(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g) ?? [];
  return numbers.some((number) => validateIdentityNumber(normaliseIdentityNumber(number)) === null);
}

const BOOLEAN = z.boolean({ error: "neither true nor false" });

const DURATION = z
  .string({ error: 'not a duration: write one as in "90s", "45m", "24h" or "3d"' })
  .superRefine((value, context) => {
    try {
      parseDuration(value);
    } catch (error) {
      if (!(error instanceof InvalidDurationError)) throw error;
      context.addIssue({ code: "custom", message: error.message });
    }
  });

const MAX_RESUBMIT_LENGTH = 500;

/** Of the input that files a rejected signature again, whatever the vendor. */
export const RESUBMIT = z
  .string({ error: "not a text: write any word that differs from the one before" })
  .max(MAX_RESUBMIT_LENGTH, {
    error: `longer than ${MAX_RESUBMIT_LENGTH} characters: any short word that differs from the one before will do`,
  });

/** The rule that follows from an input's type. Documents have rules of their own: for their form and their bytes. */
export function ruleOf({ type, secret }: Input): z.ZodType {
  switch (type.kind) {
    case "text":
      return secret ? PRIVATE_TEXT : OPEN_TEXT;
    case "boolean":
      return BOOLEAN;
    case "duration":
      return DURATION;
    case "choice":
      return choice(type);
    case "enumeration":
      return enumeration(type);
    default:
      return z.unknown();
  }
}

/** The form that is compared and filed, where several mean the same: in a config every value is a text. */
export function normaliserOf({ type }: Input): (value: Value) => Value {
  switch (type.kind) {
    case "boolean":
      return (value) => (value === "true" || value === "false" ? value === "true" : value);
    case "enumeration":
      return (value) => (typeof value === "string" && /^\d$/.test(value) ? Number(value) : value);
    default:
      return (value) => value;
  }
}

function choice({ values }: Choice): z.ZodType {
  const words = Object.keys(values);
  const clause = `write ${words.map(quoted).join(" or ")}`;
  return z.enum(words, { error: ({ input }) => suggest(input, words, clause, quoted) });
}

function enumeration(type: Enumeration): z.ZodType {
  const { plural, members, withdrawn = {} } = type;
  const deprecations = new Map(Object.values(members).map(({ value, deprecated }) => [value, deprecated]));
  return z
    .literal([...deprecations.keys()], {
      error: ({ input }) => {
        const since = typeof input === "number" || typeof input === "string" ? withdrawn[input] : undefined;
        return `${since ?? `not one of ${plural}`}: ${suggestChoice(input, type)}`;
      },
    })
    .refine((value) => deprecations.get(value) === undefined, {
      error: ({ input }) =>
        `${deprecations.get(input as string | number)}, and its reviewers may refuse it: choose ${choicesOf(type)}`,
      ...WARNING,
    });
}

/** Programs without types may give a member's name or its label in place of its value. */
function suggestChoice(given: unknown, type: Enumeration): string {
  const names = new Map(
    Object.entries(type.members).flatMap(([name, member]) =>
      [String(member.value), name, member.label].map((each) => [each, choiceOf(member)]),
    ),
  );
  return suggest(given, [...names.keys()], `choose ${choicesOf(type)}`, (name) => names.get(name) ?? name);
}

function choiceOf({ value, label }: Member): string {
  return `${JSON.stringify(value)} (${label})`;
}

/** `1 (company), 6 (brand) or 7 (other)`: those that are still meant to be chosen. */
export function choicesOf({ members }: Enumeration): string {
  return listOf(
    Object.values(members)
      .filter(({ deprecated }) => deprecated === undefined)
      .map(choiceOf),
  );
}

/**
 * The rule of the input that names an existing signature to take over. The class gives two where the resource option
 * `import` stands beside the input.
 * @param rule what an id of the vendor is, each refusal of it in words
 */
export function adoptIdRule(rule: z.ZodType): z.ZodType {
  return z.unknown().superRefine((value, context) => {
    if (Array.isArray(value)) {
      context.addIssue({
        code: "custom",
        message: `it names ${value[0]}, and the resource option import names ${value[1]}: give one of the two`,
      });
      return;
    }
    for (const { message } of rule.safeParse(value).error?.issues ?? []) context.addIssue({ code: "custom", message });
  });
}

export function adoptIdNormaliser(normalise: (value: Value) => Value): (value: Value) => Value {
  return (value) => {
    if (!Array.isArray(value)) return normalise(value);
    const [first, ...others] = value.filter((each: Value) => !isAbsent(each)).map((each: Value) => normalise(each));
    return others.every((each) => each === first) ? first : value;
  };
}

/** How long people take a text to be, who count a rare character as one. */
export function lengthOf(value: string): number {
  return [...value].length;
}

/** `a, b or c` */
export function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
