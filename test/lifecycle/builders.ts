import type { Entry, Ledger } from "../../provider/lifecycle/ledger";
import type { Desired } from "../../provider/lifecycle/desired";
import { digestOf } from "../../provider/lifecycle/digest";

export const NOW = "2026-01-10T12:00:00.000Z";

/** `hours` before NOW. */
export function ago(hours: number): string {
  return new Date(Date.parse(NOW) - hours * 60 * 60 * 1000).toISOString();
}

/** What the content `text` with `remark` is in digests; two contents differ where their texts do. */
export function digests(text: string, remark = "-", body = `body of ${text}`): { [field: string]: string } {
  return { sign: digestOf(text), body: digestOf(body), remark: digestOf(remark) };
}

export function desired(text: string, overrides: Partial<Desired> = {}): Desired {
  return {
    text,
    digests: digests(text),
    resubmit: null,
    whenBusy: "queue",
    whilePending: "after",
    superseded: "delete",
    supersededAfter: 24 * 60 * 60 * 1000,
    allowOutage: false,
    adoptId: null,
    otherAccount: false,
    unknown: [],
    ...overrides,
  };
}

/** A submission of the content `text`. */
export function entry(id: number | null, text: string, status: Entry["status"], overrides: Partial<Entry> = {}): Entry {
  return {
    id,
    text,
    digests: digests(text),
    status,
    vendorStatus: status,
    resubmit: null,
    sentAt: ago(100),
    ...overrides,
  };
}

/** A filing of the content `text` whose answer was lost `hours` ago. */
export function lost(text: string, hours: number, overrides: Partial<NonNullable<Entry["unconfirmed"]>> = {}): Entry {
  const sentAt = ago(hours);
  return entry(null, text, "unknown", {
    vendorStatus: null,
    sentAt,
    unconfirmed: { digests: digests(text), text, sentAt, resubmit: null, ...overrides },
  });
}

export function ledger(parts: Partial<Ledger> = {}): Ledger {
  return { serving: null, candidate: null, superseded: [], ...parts };
}
