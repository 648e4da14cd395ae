import type { IncomingMessage, ServerResponse } from "node:http";
import { parseDuration } from "../provider/duration";
import { runExclusive } from "../provider/runExclusive";
import { PROCESS } from "./process";
import { accessOf } from "./account";
import type { Answer, Received } from "./answer";
import type { AppOptions } from "./AppOptions";
import { confirmedStatus } from "./confirm";
import { isSigned, parseDecision, parseDelivery, type Decision, type Delivery } from "./delivery";
import { answerFetch } from "./fetch";
import { answerNode } from "./node";
import type { Review } from "./Review";
import { processMemory } from "./ReviewMemory";
import type { ReviewMemory } from "./ReviewMemory";

export interface ReviewReceiverOptions extends AppOptions {
  /**
   * Told of each decision once; what it is told again after it failed, or after the receiver's memory was lost, it should
   * not mind. While it has not succeeded, the delivery counts as not seen, and JPush tries again after 3 minutes, 1 hour
   * and 12 hours. JPush waits for it, so what takes long is only to be started here.
   */
  readonly onReview: (review: Review) => void | Promise<void>;
  /** How old a delivery may be by its timestamp: `24h`, `90s`, `3d`. JPush's last try comes after 13 hours. @default "24h" */
  readonly maxAge?: string;
  /** The most bytes of a body. @default 65536 */
  readonly maxBody?: number;
  /**
   * `true` asks JPush for the signature's status before `onReview` is called, since the signature of a callback does not
   * cover what it says. A decision that JPush does not confirm is not told, and JPush tries again later.
   * @default false
   */
  readonly confirm?: boolean;
  /** Where it is kept what was seen. @default the process's memory, 10,000 entries */
  readonly memory?: ReviewMemory;
  /** Told of what `onReview`, the memory or the confirmation threw. @default console.error */
  readonly onError?: (error: unknown) => void;
}

/** JPush's callback address, as two handlers that do the same. */
export interface ReviewReceiver {
  /** For Node's http, Express, and whatever hands on Node's request and response. Never rejects. */
  readonly node: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** For Hono, serverless functions, and whatever speaks the Fetch API. Never rejects. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/**
 * Receives the callbacks in which JPush tells how a review ended.
 *
 * A callback's signature proves that who sent it once saw JPush sign that nonce and that time with the app's secret. It
 * does not cover the decision itself: see `confirm`.
 * @see https://docs.jiguang.cn/en/jsms/server/callback
 * @throws InvalidSettingError or InvalidDurationError for options that cannot be
 */
export function reviewReceiver(options: ReviewReceiverOptions): ReviewReceiver {
  const { onReview, maxBody = 65_536, confirm = false, memory = processMemory() } = options;
  const { onError = (error) => console.error("pulumi-sms/review:", error) } = options;
  const maxAge = parseDuration(options.maxAge ?? "24h");
  const access = accessOf(options);
  const { appKey, masterSecret, fingerprint } = access;

  async function answer(received: Received): Promise<Answer> {
    try {
      if (received.method === "GET") return echo(received.query);
      if (received.method === "POST") return await take(await received.body(maxBody).catch(() => null));
      return { status: 405, headers: { allow: "GET, POST" } };
    } catch (error) {
      // What it throws in turn is nobody's to handle, and neither handler rejects.
      await Promise.resolve(error)
        .then(onError)
        .catch(() => undefined);
      return { status: 500 };
    }
  }

  async function take(body: string | null | undefined): Promise<Answer> {
    if (body === undefined) return { status: 413, text: "the body is too long" };
    if (body === null) return { status: 400, text: "the body broke off" };
    const delivery = parseDelivery(new URLSearchParams(body));
    if (!delivery) return { status: 400, text: "not a callback of JPush" };
    if (!isSigned(delivery, appKey, masterSecret.reveal()))
      return { status: 401, text: "the signature is not this app's" };
    const sent = Number(delivery.timestamp);
    if (sent < Date.now() - maxAge) return { status: 403, text: "the delivery is too old" };
    if (delivery.type !== "SMS_SIGN") return { status: 200 };
    const decision = parseDecision(delivery.data);
    if (!decision) return { status: 400, text: "the data is not a review's" };
    // Two deliveries at once of one decision are one: the second sees what became of the first.
    return runExclusive(PROCESS, `review ${fingerprint} ${decision.signId}`, () => tell(delivery, decision, sent));
  }

  async function tell({ nonce }: Delivery, decision: Decision, sent: number): Promise<Answer> {
    const { signId, status, vendorStatus, reason } = decision;
    const seenKey = `nonce ${fingerprint} ${nonce}`;
    const toldKey = `sign ${fingerprint} ${signId}`;
    const told = JSON.stringify([vendorStatus, reason]);
    // As long as the same delivery could come again and be young enough.
    const expires = Math.max(Date.now(), sent) + maxAge;
    if ((await memory.get(seenKey)) !== undefined) return { status: 200 };
    if ((await memory.get(toldKey)) !== told) {
      if (confirm && (await confirmedStatus(access, signId)) !== String(vendorStatus)) {
        return { status: 503, text: "JPush does not confirm it" };
      }
      await onReview({ signId, status, reason, at: new Date(sent).toISOString(), account: fingerprint });
      await memory.set(toldKey, told, expires);
    }
    await memory.set(seenKey, "seen", expires);
    return { status: 200 };
  }

  return {
    node: (request, response) => answerNode(request, response, answer),
    fetch: (request) => answerFetch(request, answer),
  };
}

/** JPush asks so whether the address is this app's before it takes it. */
function echo(query: URLSearchParams): Answer {
  const text = query.get("echostr") ?? "";
  return /^[\x21-\x7e]{1,64}$/.test(text) ? { status: 200, text } : { status: 400, text: "JPush sends an echostr" };
}
