import type { z } from "zod";
import { ControlError } from "./errors";

/** The JSON of a body as the schema reads it; `example` is what the refusal shows. */
export function readJson<Schema extends z.ZodType>(body: Buffer, schema: Schema, example: string): z.output<Schema> {
  const fix = `send JSON such as ${example}`;
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch {
    throw new ControlError(400, "the body is not JSON", fix);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) =>
    path.length ? `${path.join(".")}: ${message}` : message,
  );
  throw new ControlError(400, problems.join("; "), fix);
}
