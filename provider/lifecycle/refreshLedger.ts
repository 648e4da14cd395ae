import type { Ledger } from "./ledger";
import { observe } from "./observe";
import type { Run } from "./run";
import type { QueryAnswer, SignatureId } from "./vendor";
import { changes } from "./words";

/** Asks the vendor for the given submissions and books the answers. */
export async function refreshLedger(
  ledger: Ledger,
  ids: readonly SignatureId[],
  run: Pick<Run, "vendor" | "desired" | "now" | "say">,
): Promise<Refreshed> {
  const { vendor, desired, now, say } = run;
  const answers = new Map(
    await Promise.all(ids.map(async (id): Promise<[SignatureId, QueryAnswer]> => [id, await vendor.query(id)])),
  );
  const failed = [...answers.values()].find((answer) => answer.kind === "failed");
  if (failed !== undefined) return { ledger, failure: failed.error };
  const observed = observe(ledger, desired, vendor.rules, answers, now());
  for (const line of changes(ledger, observed, vendor.rules)) say(line);
  return { ledger: observed };
}

export interface Refreshed {
  readonly ledger: Ledger;
  /** The vendor could not be asked; the ledger is as it was. */
  readonly failure?: Error;
}
