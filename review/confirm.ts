import type { JPushAccess } from "../provider/jpush/access";
import { PROCESS } from "./process";

/**
 * Asks JPush for a signature's status: what a callback says of it is not signed.
 * @throws Error where JPush does not tell
 */
export async function confirmedStatus(access: JPushAccess, signId: number): Promise<string> {
  // Loaded only by those who want it.
  const [{ JPushClient }, { revisionOf }, { SYSTEM_TIMING }] = await Promise.all([
    import("../provider/jpush/client.js"),
    import("../provider/jpush/revisions.js"),
    import("../provider/http/timing.js"),
  ]);
  const client = new JPushClient(access, revisionOf({}), { memory: PROCESS, timing: SYSTEM_TIMING });
  const { answer } = await client.query(signId);
  if (answer.kind === "success") return answer.value.vendorStatus;
  const why =
    answer.kind === "refused"
      ? `it refused with HTTP ${answer.httpStatus}, code ${answer.refusal.code ?? "none"}`
      : answer.reason;
  throw new Error(
    `JPush was asked for the signature ${signId}, to confirm a review, and did not tell its status: ${why}.`,
  );
}
