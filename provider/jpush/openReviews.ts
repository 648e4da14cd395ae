import type { Runtime, Timing } from "../http/timing";
import type { Refused, SignatureId } from "../lifecycle/vendor";

/** How long one refusal speaks for an app, in milliseconds: a review that nobody here asks for may end meanwhile. */
const SPEAKS_FOR = 60_000;

/**
 * What this process has learnt of the one review that JPush has open for an app. The documents of a signature are not
 * sent to be refused for the same reason as those of the signature before it.
 */
export class OpenReviews {
  #refusal: { readonly answer: Refused; readonly askedAt: number } | null = null;
  #endedAt = -Infinity;
  readonly #open = new Set<SignatureId>();

  constructor(private readonly clock: Pick<Timing, "now">) {}

  /** JPush refused a submission that was sent at `askedAt` (milliseconds), for another one is under review. */
  refused(answer: Refused, askedAt: number): void {
    if (this.#endedAt < askedAt) this.#refusal = { answer, askedAt };
  }

  /** The refusal that speaks for every other submission of the app; null where JPush must be asked. */
  refusal(): Refused | null {
    const told = this.#refusal;
    return told !== null && this.clock.now() - told.askedAt < SPEAKS_FOR ? told.answer : null;
  }

  seen(id: SignatureId, isPending: boolean): void {
    if (isPending) this.#open.add(id);
    else if (this.#open.delete(id)) this.ended();
  }

  /** A review may have ended: JPush must be asked again. */
  ended(): void {
    this.#refusal = null;
    this.#endedAt = this.clock.now();
  }
}

/** By account. */
const makeAccounts = (): Map<string, OpenReviews> => new Map();

export function openReviewsOf({ memory, timing }: Runtime, account: string): OpenReviews {
  const accounts = memory.of(makeAccounts);
  const known = accounts.get(account) ?? new OpenReviews(timing);
  accounts.set(account, known);
  return known;
}
