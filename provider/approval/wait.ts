import { AuthenticationError, NotApprovedError } from "../errors";
import type { QueryAnswer, SignatureId, VendorAccount } from "../lifecycle/vendor";
import type { Context } from "../resource";
import type { Observation } from "../lifecycle/vendor";
import type { Look, Watches } from "./watch";

/** What one gate waits for. */
export interface Wait {
  /** 【text】 (id) */
  readonly name: string;
  readonly id: SignatureId;
  /** Tells the submission from those of other accounts. */
  readonly key: string;
  /** Why it was rejected, where only the state knows it. */
  readonly rejectionReason: string | undefined;
  /** In milliseconds. */
  readonly timeout: number;
  readonly say: Context["say"];
}

/** A vendor that cannot be asked so many times in a row is not waited for any longer. */
const MOST_FAILURES = 10;

/** Resolves with the approved submission; rejects with a NotApprovedError that says what to do. */
export function untilApproved(vendor: VendorAccount, wait: Wait, watches: Watches<QueryAnswer>): Promise<Observation> {
  const { name, timeout, say } = wait;
  const start = watches.timing.now();
  const elapsed = () => watches.timing.now() - start;
  let failures = 0;
  let lastSaid = 0;
  let late = false;
  /** Null before the first look. */
  let status: string | null = null;

  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      unwatch();
      settle();
    };
    const fail = (sentence: string) => end(() => reject(new NotApprovedError(status ?? "unknown", sentence)));
    const giveUp = () =>
      fail(
        `${name} was not approved within ${inWords(timeout)}: it is ${status}. Nothing is lost: run pulumi up again to go on waiting, or give the gate a longer timeout.`,
      );
    // Whatever the time is, it is enough for one look: with none at all a gate asks how it stands now.
    const timer = setTimeout(() => {
      late = true;
      if (status !== null) giveUp();
    }, timeout);

    const progress = ({ nextIn }: Look<QueryAnswer>) => {
      if (late) return giveUp();
      // At 0, and then whenever the wait has become half as long again: a review of hours is told in a dozen lines.
      if (lastSaid > 0 && elapsed() < lastSaid * 1.5) return;
      lastSaid = Math.max(elapsed(), 1);
      const left = Math.max(0, timeout - elapsed());
      const next =
        nextIn < left
          ? `Looking again in ${inWords(nextIn)}, for ${inWords(left)} more`
          : `The wait ends in ${inWords(left)}`;
      say({
        warning: false,
        text: `Waiting for ${name} for ${inWords(elapsed())}: ${status} at ${vendor.rules.vendor}. ${next}.`,
      });
    };

    const unwatch = watches.watch(
      wait.key,
      () => vendor.query(wait.id),
      (look) => {
        const { answer } = look;
        if (answer.kind === "failed") {
          failures++;
          status = "not to be asked just now";
          if (answer.error instanceof AuthenticationError || failures >= MOST_FAILURES)
            return end(() => reject(answer.error));
          return progress(look);
        }
        failures = 0;
        if (answer.kind === "absent") {
          return fail(
            `${name} is gone at ${vendor.rules.vendor}. Run pulumi up --refresh: what is declared is filed again.`,
          );
        }
        status = answer.status;
        if (answer.status === "approved") return end(() => resolve(answer));
        if (answer.status === "rejected") return fail(rejection(name, answer.rejectionReason ?? wait.rejectionReason));
        progress(look);
      },
    );
  });
}

function rejection(name: string, reason: string | undefined): string {
  const because = reason === undefined ? "" : `: ${reason}`;
  return `${name} was rejected${because}. Change what the reviewers refused, or, to file the same again, change the signature's resubmit; then run pulumi up.`;
}

/** 90000 → "1m 30s". */
function inWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor(seconds / 60) % 60, "m"],
    [seconds % 60, "s"],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).slice(0, 2);
  return said.length === 0 ? "0s" : said.map(([amount, unit]) => `${amount}${unit}`).join(" ");
}
