import type { Clock } from "../clock";
import { JPushError } from "./errors";
import type { JPushApp, JPushSettings } from "./settings";

export interface Caller {
  authorization: string | undefined;
  address: string;
}

/** Who may call: credentials, allow-list, blacklist, opened service, frequency, in this order. */
export class Admission {
  readonly #calls = new Map<string, number[]>();

  constructor(
    private readonly settings: JPushSettings,
    private readonly clock: Clock,
  ) {}

  /** The app that the caller's credentials are of. */
  identify({ authorization }: Caller): JPushApp {
    if (!authorization) throw new JPushError(50001, "Authorization: Basic base64(appKey:masterSecret) is missing");
    const encoded = /^Basic +(\S+)$/i.exec(authorization)?.[1] ?? "";
    const pair = Buffer.from(encoded, "base64").toString("utf8");
    const app = this.settings.apps.find(({ key, secret }) => pair === `${key}:${secret}`);
    if (!app) throw new JPushError(50002, "no app has this key and secret");
    return app;
  }

  /** Refuses what the app's console or the vendor forbids it. */
  check(app: JPushApp, { address }: Caller): void {
    const from = address.replace(/^::ffff:/, "");
    if (app.allowedAddresses && !app.allowedAddresses.includes(from)) {
      throw new JPushError(50035, "the address is not on the app's allow-list");
    }
    if (app.blacklisted) throw new JPushError(50036, "a setting of the emulator says so");
    if (!app.serviceOpened) throw new JPushError(50008, "a setting of the emulator says so");
    this.#count(app.key);
  }

  reset(): void {
    this.#calls.clear();
  }

  #count(key: string): void {
    const { rateLimit } = this.settings;
    if (!rateLimit) return;
    const now = this.clock.now();
    const recent = (this.#calls.get(key) ?? []).filter((at) => at > now - rateLimit.milliseconds);
    this.#calls.set(key, recent);
    if (recent.length >= rateLimit.calls)
      throw new JPushError(50009, `${rateLimit.calls} calls were made in that time`);
    recent.push(now);
  }
}
