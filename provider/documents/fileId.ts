import { z } from "zod";
import type { Value } from "../values";

const reference = z.strictObject({ fileId: z.string().regex(/^[\w-]{1,64}$/) });

/** A document that the vendor holds already, by the vendor's own id; null for any other value. */
export function fileIdOf(value: Value): string | null {
  return reference.safeParse(value).data?.fileId ?? null;
}
