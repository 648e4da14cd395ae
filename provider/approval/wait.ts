import type { Log } from "../context";
import { AuthenticationError, NotApprovedError } from "../errors";
import { statusInWords } from "../lifecycle/names";
import type { Observation, QueryAnswer, SignatureId, VendorAccount } from "../lifecycle/vendor";
import type { Poll, Polls } from "./polls";

/** What one gate waits for. */
export interface Wait {
  /** 【text】 (id), by what the vendor tells of the submission: nothing before the first poll. */
  readonly named: (details?: Observation["details"]) => string;
  readonly id: SignatureId;
  /** Tells the submission from those of other accounts. */
  readonly key: string;
  /** Why it was rejected, where only the state knows it. */
  readonly rejectionReason: string | undefined;
  /** In milliseconds. */
  readonly timeout: number;
  readonly log: Log;
  /** Ends the wait at once. */
  readonly signal: AbortSignal;
}

/** A vendor that could not be reached so many times in a row is not waited for any longer. */
const MOST_FAILURES = 10;

/** Resolves with the approved submission; rejects with a NotApprovedError that says what to do. */
export function untilApproved(
  account: Pick<VendorAccount, "query" | "rules">,
  wait: Wait,
  polls: Polls<QueryAnswer>,
): Promise<Observation> {
  const { named, timeout, log, signal } = wait;
  const { vendor, console } = account.rules;
  const start = polls.timing.now();
  const elapsed = () => polls.timing.now() - start;
  let failures = 0;
  let lastLogged = 0;
  let late = false;
  /** Null before the first poll. */
  let status: string | null = null;
  let name = named();

  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", interrupted);
      leave();
      settle();
    };
    const fail = (sentence: string) => {
      end(() => {
        reject(new NotApprovedError(status ?? "unknown", sentence));
      });
    };
    const giveUp = () => {
      fail(
        `${name} was not approved within ${inWords(timeout)}: it ${status === null ? "could not be reached" : status}. Nothing is lost: run pulumi up again to go on waiting, or give the gate a longer timeout.`,
      );
    };
    const interrupted = () => {
      fail(`The wait for ${name} was interrupted. Nothing is lost: run pulumi up again to go on waiting.`);
    };
    // Whatever the time is, it is enough for one poll: with none at all a gate asks how it stands now.
    const timer = setTimeout(() => {
      late = true;
      if (status !== null) giveUp();
    }, timeout);
    signal.addEventListener("abort", interrupted);
    // A call can begin after the interrupt.
    if (signal.aborted) queueMicrotask(interrupted);

    const progress = ({ nextIn }: Poll<QueryAnswer>) => {
      if (late) {
        giveUp();
        return;
      }
      // At 0, and then whenever the wait has become half as long again: a review of hours is told in a dozen lines.
      if (lastLogged > 0 && elapsed() < lastLogged * 1.5) return;
      lastLogged = Math.max(elapsed(), 1);
      const left = Math.max(0, timeout - elapsed());
      const next = nextIn < left ? `The next look is in ${inWords(nextIn)}, the wait ends in` : `The wait ends in`;
      const waited = inWords(elapsed());
      const since = waited === "0s" ? "" : ` for ${waited}`;
      log.info(`Waiting for ${name}${since}: it ${status} at ${vendor}. ${next} ${inWords(left)}.`);
    };

    const leave = polls.join(
      wait.key,
      () => account.query(wait.id),
      (poll) => {
        const { answer } = poll;
        if (answer.kind === "failed") {
          failures++;
          status = "could not be reached";
          if (answer.error instanceof AuthenticationError || failures >= MOST_FAILURES) {
            const { error } = answer;
            return end(() => {
              reject(error);
            });
          }
          return progress(poll);
        }
        failures = 0;
        if (answer.kind === "absent") {
          return fail(`${name} is gone at ${vendor}. Run pulumi up --refresh: what is declared is filed again.`);
        }
        status = `is ${statusInWords(answer.status)}`;
        name = named(answer.details);
        switch (answer.status) {
          case "approved":
            return end(() => {
              resolve(answer);
            });
          case "rejected":
            return fail(rejection(name, answer.rejectionReason ?? wait.rejectionReason));
          case "inactive":
            return fail(
              `${name} has lapsed at ${vendor}, so no review will end. Run pulumi up --refresh: the signature asks for it to be activated again, and then waits here. If it lapses again, look in ${console} for what is owed.`,
            );
          default:
            progress(poll);
        }
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
