import { z } from "zod";

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of a duration such as `500ms`, `90s`, `45m`, `24h` or `3d`; undefined when it is not one. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text);
  return match ? Number(match[1]) * units[match[2] as keyof typeof units] : undefined;
}

/** A duration as it is written; milliseconds come out. */
export const duration = z.string({ error: "a duration such as 90s, 45m, 24h or 3d" }).transform((text, context) => {
  return parseDuration(text) ?? (context.addIssue("a duration such as 500ms, 90s, 45m, 24h or 3d"), z.NEVER);
});
