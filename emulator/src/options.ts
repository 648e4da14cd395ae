import { z } from "zod";
import { duration } from "./duration";
import type { EmulatorOptions } from "./emulator-options";
import { huaweiOptions } from "./huaweicloud/settings";
import { jpushOptions } from "./jpush/settings";
import { nearestName, suggest } from "./nearest";
import { OptionError, type OptionProblem } from "./option-error";

const ports = "a whole number from 0, for a free one, to 65535";

const schema = z.strictObject({
  port: z.int(ports).min(0, ports).max(65_535, ports).default(0),
  host: z.string().min(1).default("127.0.0.1"),
  autoApprove: duration.optional(),
  data: z.string().min(1).optional(),
  ...jpushOptions,
  ...huaweiOptions,
});

// Two generic functions are assignable to each other only where their types are the same.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
type Identical<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

/** The schema takes what the interface documents: this does not compile otherwise. */
export const documented: Identical<EmulatorOptions, z.input<typeof schema>> = true;

type Settings = z.output<typeof schema>;

/** Fills the defaults in, or throws an `OptionError` that names every option at fault. */
export function readOptions(options: unknown): Settings {
  const result = schema.safeParse(options);
  if (result.success) return result.data;
  throw new OptionError(explain(result.error, options));
}

/** Everything that the options cannot be as they are, without using them. */
export function problemsOf(options: unknown): OptionProblem[] {
  const { error } = schema.safeParse(options);
  return error ? explain(error, options) : [];
}

function explain({ issues }: z.ZodError, options: unknown): OptionProblem[] {
  return issues.flatMap((issue) => {
    const option = issue.path.join(".");
    if (issue.code === "unrecognized_keys") {
      const known = keysAt(issue.path);
      return issue.keys.map((key) => ({
        option: option === "" ? key : `${option}.${key}`,
        message: `is not an option; ${suggest(key, known, `there are ${known.join(", ")}`)}`,
      }));
    }
    const choices = issue.code === "invalid_value" ? issue.values.map(String) : [];
    const meant = nearestName(valueAt(options, issue.path), choices);
    return [{ option, message: meant === undefined ? issue.message : `${issue.message}; did you mean ${meant}?` }];
  });
}

/** The names that there are at a place: of the options, or of an app or account in a list. */
function keysAt([list]: readonly PropertyKey[]): string[] {
  const { apps, hwAccounts } = schema.shape;
  if (list === "apps") return Object.keys(apps.unwrap().element.shape);
  if (list === "hwAccounts") return Object.keys(hwAccounts.unwrap().element.shape);
  return Object.keys(schema.shape);
}

function valueAt(options: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : null),
    options,
  );
}
