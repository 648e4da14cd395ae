import { DeletionError } from "../errors";
import { entriesOf, isFiled } from "./ledger";
import type { Ledger } from "./ledger";
import type { VendorAccount } from "./vendor";
import type { Line } from "./words";
import { nameOf } from "./words";

/**
 * Deletes everything that the ledger holds, the serving one last; what is gone already counts as done, and a
 * refusal does not end it. Throws a DeletionError that names what remains.
 */
export async function dismantle(
  ledger: Ledger,
  keepSuperseded: boolean,
  vendor: VendorAccount,
  say: (line: Line) => void,
): Promise<void> {
  const where = vendor.rules.vendor;
  if (ledger.candidate?.unconfirmed && ledger.candidate.id === null) {
    say({
      warning: true,
      text: `${nameOf(ledger.candidate)}, sent at ${ledger.candidate.unconfirmed.sentAt}, was never answered and may be at ${where} all the same: look in ${vendor.rules.console} and delete it there.`,
    });
  }
  const kept = keepSuperseded ? ledger.superseded : [];
  if (kept.length > 0) {
    say({ warning: true, text: `Kept at ${where}, because superseded is "keep": ${kept.map(nameOf).join(", ")}.` });
  }
  const remaining = [];
  for (const entry of entriesOf(ledger)
    .filter(isFiled)
    .filter((each) => !kept.includes(each))) {
    const answer = await vendor.remove(entry.id);
    if (answer.kind === "refused" || answer.kind === "lost")
      remaining.push({ name: nameOf(entry), error: answer.error });
  }
  if (remaining.length > 0) throw new DeletionError(remaining);
}
