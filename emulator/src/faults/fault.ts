import { z } from "zod";
import { isBodiless } from "./answers";

const matching = {
  /** Any method without it. */
  method: z.string().min(1).optional(),
  /** A prefix of the path; any path without it. */
  path: z.string().startsWith("/", "starts with /").optional(),
  /** How many requests it meets; all without it. */
  times: z.int().min(1).optional(),
};

/** Whether the request takes effect all the same. */
const taken = z.boolean().default(false);
const status = z.int().min(200).max(599);
/** Of an answer whose body is what is wrong with it. */
const statusWithBody = status.refine((value) => !isBodiless(value), {
  error: "an answer with 204, 205 or 304 has no body; choose another one, or the kind status",
});
const milliseconds = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

const headers = z.record(z.string(), z.string()).refine(
  (value) => {
    try {
      return Boolean(new Headers(value));
    } catch {
      return false;
    }
  },
  { error: "names and values that HTTP allows" },
);

const variants = [
  z.strictObject({
    kind: z.literal("status"),
    ...matching,
    taken,
    status: status.optional(),
    code: z.union([z.int(), z.string()]).optional(),
    message: z.string().optional(),
    headers: headers.optional(),
  }),
  z.strictObject({ kind: z.literal("cut-before"), ...matching }),
  z.strictObject({ kind: z.literal("cut-after"), ...matching }),
  z.strictObject({ kind: z.literal("hold"), ...matching, taken }),
  z.strictObject({ kind: z.literal("delay"), ...matching, taken, ms: milliseconds }),
  z.strictObject({ kind: z.literal("drip"), ...matching, ms: milliseconds.default(100) }),
  z.strictObject({ kind: z.literal("html"), ...matching, taken, status: statusWithBody.default(502) }),
  z.strictObject({ kind: z.literal("malformed"), ...matching, taken, status: statusWithBody.default(200) }),
  z.strictObject({
    kind: z.literal("oversized"),
    ...matching,
    taken,
    status: statusWithBody.default(200),
    bytes: z
      .int()
      .min(1)
      .default(16 * 1024 * 1024),
  }),
] as const;

const kinds = variants.map((variant) => variant.shape.kind.value);

/** The body of `PUT /_emulator/faults`. */
export const faultsSchema = z.array(
  z.discriminatedUnion("kind", variants, {
    // The type leaves out what is not even an object.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
    error: (issue) => (issue.code === "invalid_union" ? `one of ${kinds.join(", ")}` : undefined),
  }),
);

export type Fault = z.infer<typeof faultsSchema>[number];
