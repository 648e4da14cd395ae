import {
  startEmulator,
  type Emulator,
  type EmulatorOptions,
  type RequestEntry,
  type SignatureView,
} from "sms-emulator";
import { resolveAccess, type JPushAccess } from "../../provider/jpush/access";
import { sourcesOf } from "../../provider/settings/sources";
import { REVISIONS, type Revision } from "../../provider/jpush/revisions";
import { JPushAccount } from "../../provider/jpush/account";
import { JPushFiling, type Content } from "../../provider/jpush/filing";
import type { Part } from "../../provider/http/multipart";
import type { Timing } from "../../provider/http/timing";
import type { Filing, SignatureId, VendorAccount } from "../../provider/lifecycle/vendor";
import { NoWaiting } from "../http/NoWaiting";
import { Memory } from "../../provider/memory";
import { jpeg, png } from "../documents/samples";

export const APP_KEY = "7d431e42dfa6a6d693ac2d04";
export const MASTER_SECRET = "5e987ac6d2e04d95a9d8f0d1";
export const PERSON = "王样例";
export const ID_NUMBER = "99000119900307001X";

export const ID_CARD = png(80);
ID_CARD.write("SAMPLE-ID-CARD", 16);

/** Everything that JPush wants of a company's signature. */
export const PARTS: readonly Part[] = [
  { wireName: "sign", text: "极光推送", secret: false },
  { wireName: "type", text: "1", secret: false },
  { wireName: "legalPersonName", text: PERSON, secret: true },
  { wireName: "legalPersonIdNumber", text: ID_NUMBER, secret: true },
  { wireName: "socialCreditCode", text: "91999999000000000G", secret: false },
  { wireName: "idCardImage", fileName: "idCardImage.png", contentType: "image/png", bytes: ID_CARD },
  { wireName: "businessLicenseImage", fileName: "businessLicenseImage.jpg", contentType: "image/jpeg", bytes: jpeg() },
];

export function withText(text: string): readonly Part[] {
  return PARTS.map((part) => (part.wireName === "sign" ? { wireName: "sign", text, secret: false } : part));
}

/** The settings that lead to an emulator and let one in; nothing is tried twice. */
export const settingsAt = (url: string) => ({
  "jpush:endpoint": url,
  "jpush:appKey": APP_KEY,
  "jpush:masterSecret": MASTER_SECRET,
  "jpush:maxTries": "1",
});

/** An account whose settings can be changed down to milliseconds, which a user's cannot. */
export function accountAt(
  url: string,
  limits: Partial<JPushAccess["limits"]> = {},
  masterSecret = MASTER_SECRET,
): JPushAccess {
  const resolution = resolveAccess(
    sourcesOf({ "jpush:appKey": APP_KEY, "jpush:masterSecret": masterSecret, "jpush:endpoint": url }, {}),
  );
  if (resolution.kind !== "ready") throw resolution.error;
  const { access } = resolution;
  return { ...access, limits: { ...access.limits, ...limits } };
}

export function connect(
  account: JPushAccess,
  options: { readonly timing?: Timing; readonly prepare?: Content["prepare"]; readonly revision?: Revision } = {},
): Connected {
  const { timing = new NoWaiting(), prepare = async () => PARTS, revision = REVISIONS["2026-04"] } = options;
  const asking = { memory, timing, folder: ".", revision, privateTexts: [PERSON] };
  const asked = new JPushAccount(account, asking);
  const filing = new JPushFiling(account, { prepare, revision, privateTexts: [PERSON] }, asking);
  return {
    query: (id) => asked.query(id),
    remove: (id) => asked.remove(id),
    submit: () => filing.submit(nothingKept),
    prepare: () => filing.prepare(),
    modify: (id) => filing.modify(id, nothingKept),
  };
}

/** What asks is one process until the rig is reset. */
let memory = new Memory();

/** JPush without a journal. */
export interface Connected extends Pick<VendorAccount, "query" | "remove">, Pick<Filing, "prepare"> {
  submit(): ReturnType<Filing["submit"]>;
  modify(id: SignatureId): ReturnType<Filing["modify"]>;
}

const nothingKept = async (): Promise<void> => undefined;

/** The emulator and its control plane. */
export class JPushRig {
  private constructor(private readonly emulator: Emulator) {}

  static async start(options: EmulatorOptions = {}): Promise<JPushRig> {
    return new JPushRig(await startEmulator({ strict: true, ...options }));
  }

  get url(): string {
    return this.emulator.url;
  }

  reset(): Promise<void> {
    memory = new Memory();
    return this.emulator.reset();
  }

  close(): Promise<void> {
    return this.emulator.close();
  }

  async faults(...list: object[]): Promise<void> {
    await this.#control("PUT", "/faults", list);
  }

  async review(id: number | string, decision: "approve" | "reject"): Promise<void> {
    await this.#control("POST", `/signatures/jpush/${id}/review`, { decision });
  }

  async makeDefault(id: number | string): Promise<void> {
    await this.#control("POST", `/signatures/jpush/${id}/default`);
  }

  async patch(id: number | string, change: object): Promise<void> {
    await this.#control("PATCH", `/signatures/jpush/${id}`, change);
  }

  /** Somebody deletes it at the console. */
  async forget(id: number | string): Promise<void> {
    await this.#control("DELETE", `/signatures/jpush/${id}`);
  }

  async signatures(): Promise<SignatureView[]> {
    return (await this.#control("GET", "/signatures")) as SignatureView[];
  }

  async requests(): Promise<RequestEntry[]> {
    return (await this.#control("GET", "/requests")) as RequestEntry[];
  }

  async #control(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.url}/_emulator${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  }
}
