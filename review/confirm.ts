import type { JPushAccount } from "../provider/jpush/account";

/**
 * Asks JPush for a signature's status: what a callback says of it is not signed.
 * @throws Error where JPush does not tell
 */
export async function confirmedStatus(account: JPushAccount, signId: number): Promise<string> {
  // Loaded only by those who want it.
  const [{ JPushClient }, { revisionOf }] = await Promise.all([
    import("../provider/jpush/client.js"),
    import("../provider/jpush/revisions.js"),
  ]);
  const { answer } = await new JPushClient(account, revisionOf({})).query(signId);
  if (answer.kind === "success") return answer.value.vendorStatus;
  throw new Error(
    `JPush was asked for the signature ${signId}, to confirm a review, and did not tell its status (${answer.kind}).`,
  );
}
