import type { Attempt, Callbacks, CallbacksView, DeliveryView } from "../callbacks";
import type { Clock } from "../clock";
import type { Signature } from "../signatures/signature";
import { echoText, reviewForm } from "./callbackForm";
import type { JPushApp } from "./settings";

/** The pauses after each attempt that failed, in milliseconds of the emulator's clock. */
const pauses = [3 * 60_000, 3_600_000, 12 * 3_600_000];

/** How long an address may take to answer, in real milliseconds. */
const patience = 10_000;

/** The last ones that are shown. */
const most = 1000;

interface Delivery extends DeliveryView {
  /** The same each time: the page gives the retries no form of their own. */
  form: string;
}

/** Posts how each review ended to one address, as the vendor's page on callbacks tells. */
export class JPushCallbacks implements Callbacks {
  #check: Attempt | null = null;
  #checking: Promise<void> | undefined;
  #deliveries: Delivery[] = [];
  readonly #changed = new Set<() => void>();
  readonly #stopped = new AbortController();

  constructor(
    private readonly url: string,
    private readonly apps: readonly JPushApp[],
    private readonly clock: Clock,
  ) {}

  onChange(listener: () => void): void {
    this.#changed.add(listener);
  }

  view(): CallbacksView {
    const deliveries = this.#deliveries.map(({ form: _, ...delivery }) => delivery);
    return { url: this.url, check: this.#check, deliveries };
  }

  start(): void {
    void this.#checkOnce();
  }

  stop(): void {
    this.#stopped.abort();
  }

  reset(): void {
    this.#deliveries = [];
    this.#tell();
  }

  /** Begins to deliver how a review ended. */
  send({ id, account, vendorStatus }: Signature, decision: "approve" | "reject", reason?: string): void {
    const app = this.apps.find(({ key }) => key === account);
    if (!app) return;
    const now = this.clock.now();
    const form = reviewForm(app, { signId: id, status: vendorStatus, refuseReason: reason ?? null }, now);
    const delivery: Delivery = { id, decision, state: "sending", attempts: [], next: null, form };
    this.#deliveries.push(delivery);
    if (this.#deliveries.length > most) this.#deliveries.shift();
    void this.#attempt(delivery, now);
  }

  /** `due` is when it was to happen, from which the next pause counts: the clock can have been moved far beyond. */
  async #attempt(delivery: Delivery, due: number): Promise<void> {
    delivery.state = "sending";
    delivery.next = null;
    this.#tell();
    const attempt = await this.#post(delivery.form, new Date(due).toISOString());
    if (!this.#deliveries.includes(delivery) || this.#stopped.signal.aborted) return;
    delivery.attempts.push(attempt);
    const pause = pauses[delivery.attempts.length - 1];
    if (attempt.problem === undefined) delivery.state = "delivered";
    else if (pause === undefined) delivery.state = "given up";
    else {
      delivery.state = "waiting";
      delivery.next = new Date(due + pause).toISOString();
      this.clock.at(due + pause, () => {
        if (this.#deliveries.includes(delivery)) void this.#attempt(delivery, due + pause);
      });
    }
    this.#tell();
  }

  /** An address that has not echoed yet is checked once more first: who is called can have come up later. */
  async #post(form: string, at: string): Promise<Attempt> {
    await this.#checkOnce();
    if (this.#check?.problem !== undefined) {
      return { at, status: this.#check.status, problem: `the address did not pass its check: ${this.#check.problem}` };
    }
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return this.#ask(this.url, { method: "POST", headers, body: form }, at, async () => undefined);
  }

  async #checkOnce(): Promise<void> {
    if (this.#check && this.#check.problem === undefined) return;
    this.#checking ??= this.#echo().finally(() => (this.#checking = undefined));
    await this.#checking;
  }

  async #echo(): Promise<void> {
    const text = echoText();
    const url = new URL(this.url);
    url.searchParams.set("echostr", text);
    this.#check = await this.#ask(url.href, {}, this.clock.iso(), async (response) =>
      (await beginningOf(response)).trim() === text ? undefined : "the answer is not the echostr",
    );
    this.#tell();
  }

  async #ask(
    url: string,
    init: RequestInit,
    at: string,
    judge: (response: Response) => Promise<string | undefined>,
  ): Promise<Attempt> {
    const signal = AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(patience)]);
    try {
      const response = await fetch(url, { ...init, redirect: "manual", signal });
      const { status } = response;
      const problem = status === 200 ? await judge(response) : `HTTP ${status}`;
      await response.body?.cancel().catch(() => undefined);
      return { at, status, ...(problem === undefined ? {} : { problem }) };
    } catch (error) {
      return { at, status: null, problem: reasonOf(error) };
    }
  }

  #tell(): void {
    for (const listener of this.#changed) listener();
  }
}

/** No more than an echo can be long. */
async function beginningOf({ body }: Response): Promise<string> {
  let text = "";
  for await (const chunk of body ?? []) {
    text += Buffer.from(chunk).toString("latin1");
    if (text.length > 100) break;
  }
  return text;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "no answer";
  if (error.name === "TimeoutError") return `no answer in ${patience / 1000} s`;
  const { cause } = error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : error.message;
}
