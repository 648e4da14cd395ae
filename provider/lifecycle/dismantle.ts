import type { Log } from "../context";
import { DeletionError } from "../errors";
import { entriesOf, isFiled } from "./ledger";
import type { Ledger } from "./ledger";
import { nameOf } from "./names";
import { removed } from "./news";
import type { SignatureId, VendorAccount } from "./vendor";

/** What a delete works with. */
export interface Dismantling {
  readonly account: Pick<VendorAccount, "remove" | "rules">;
  readonly keepSuperseded: boolean;
  /** Which other resource has that submission, in words; null where none is known to. */
  readonly ownerOf: (id: SignatureId) => Promise<string | null>;
  readonly log: Log;
}

/**
 * Deletes everything that the ledger holds, the serving signature last, and says of each that it went. What is gone
 * already counts as done, a refusal does not end it, and what another resource has taken over stays.
 * @throws DeletionError that names what remains
 */
export async function dismantle(ledger: Ledger, { account, keepSuperseded, ownerOf, log }: Dismantling): Promise<void> {
  const { vendor, console } = account.rules;
  if (ledger.candidate?.unconfirmed && ledger.candidate.id === null) {
    log.warning(
      `The filing of ${nameOf(ledger.candidate, account.rules)} at ${ledger.candidate.unconfirmed.sentAt} was never answered, so the signature may be at ${vendor}: look in ${console}, and delete it there.`,
    );
  }
  const kept = keepSuperseded ? ledger.superseded : [];
  if (kept.length > 0) {
    const names = kept.map((entry) => nameOf(entry, account.rules)).join(", ");
    log.warning(`Kept at ${vendor}, because superseded is "keep": ${names}.`);
  }
  const remaining = [];
  for (const entry of entriesOf(ledger).filter(isFiled)) {
    if (kept.includes(entry)) continue;
    const owner = await ownerOf(entry.id);
    if (owner !== null) {
      log.warning(`${nameOf(entry, account.rules)} stays at ${vendor}: ${owner} has taken it over.`);
      continue;
    }
    const answer = await account.remove(entry.id);
    if (answer.kind === "done") removed(entry, entry === ledger.serving, account.rules, log);
    if (answer.kind === "refused" || answer.kind === "lost")
      remaining.push({ name: nameOf(entry, account.rules), error: answer.error });
  }
  if (remaining.length > 0) throw new DeletionError(remaining);
}
