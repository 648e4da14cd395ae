import type { QueryAnswer, SignatureId, VendorAccount } from "./vendor";

/** Asks for a signature by its key, or by another id under which people are shown it. */
export async function queryByAnyId(
  vendor: VendorAccount,
  given: SignatureId,
): Promise<{ readonly id: SignatureId; readonly answer: QueryAnswer }> {
  const answer = await vendor.query(given);
  const isKey = answer.kind === "present" || (answer.kind === "failed" && answer.noKey !== true);
  if (isKey || vendor.keysOf === undefined) return { id: given, answer };
  const shown = await vendor.keysOf(given);
  if (shown.kind === "failed") return { id: given, answer: shown };
  const [id] = shown.ids;
  return id === undefined ? { id: given, answer } : { id, answer: await vendor.query(id) };
}
