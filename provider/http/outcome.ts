import type { Call } from "../errors";
import type { Answer } from "./answers";
import { exchange, type Exchange, type Request } from "./exchange";
import type { Limits } from "./limits";
import { parseRetryAfter } from "./pauses";
import type { Runtime } from "./timing";
import { tryUpTo, type Again } from "./tries";

/** The last answer to one call, after however many tries. */
export interface Outcome<Value> {
  readonly call: Call;
  readonly tries: number;
  readonly answer: Answer<Value>;
}

/**
 * Sends a request until it has an answer that another try would not better. One that must not be sent twice is sent
 * again only when nothing was sent, or when it was certainly refused for being too many.
 */
export async function sendUpTo<Value>(
  request: Request,
  limits: Limits,
  read: (answered: Exchange) => Answer<Value>,
  { memory, timing }: Runtime,
): Promise<Outcome<Value>> {
  const { answer, tries } = await tryUpTo(
    limits.maxTries,
    async () => read(await exchange(request, limits, memory)),
    (each) => againAfter(each, request.once, timing.now()),
    timing,
  );
  return { call: { method: request.method, url: request.url }, tries, answer };
}

function againAfter(answer: Answer<unknown>, once: boolean, now: number): Again | null {
  switch (answer.kind) {
    case "success":
      return null;
    case "not-sent":
      return { cause: "interrupted", retryAfter: null };
    case "unknown":
      return once ? null : { cause: "interrupted", retryAfter: parseRetryAfter(answer.retryAfter, now) };
    case "refused":
      return answer.meaning.reads === "busy"
        ? { cause: "busy", retryAfter: parseRetryAfter(answer.retryAfter, now) }
        : null;
  }
}
