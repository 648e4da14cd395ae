import type { Ledger } from "./ledger";
import { news } from "./news";
import { observe } from "./observe";
import type { Looking } from "./run";
import type { QueryAnswer, SignatureId } from "./vendor";

/** Asks the vendor for the given submissions, books the answers and logs the news. */
export async function refreshLedger(
  ledger: Ledger,
  ids: readonly SignatureId[],
  { account, desired, now, log }: Looking,
): Promise<Refreshed> {
  const answers = new Map(
    await Promise.all(ids.map(async (id): Promise<[SignatureId, QueryAnswer]> => [id, await account.query(id)])),
  );
  const failed = [...answers.values()].find((answer) => answer.kind === "failed");
  if (failed !== undefined) return { ledger, failure: failed.error };
  const observed = observe(ledger, desired, account.rules, answers, now());
  news(ledger, observed, account.rules, log);
  return { ledger: observed };
}

export interface Refreshed {
  readonly ledger: Ledger;
  /** The vendor could not be asked; the ledger is as it was. */
  readonly failure?: Error;
}
