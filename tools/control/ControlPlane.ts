import { z } from "zod";

const signature = z.object({
  vendor: z.string(),
  id: z.union([z.number(), z.string()]),
  text: z.string(),
  status: z.enum(["pending", "approved", "rejected", "inactive", "unknown"]),
  vendorStatus: z.union([z.number(), z.string()]),
  isDefault: z.boolean(),
  inUse: z.boolean(),
  fields: z.record(z.string(), z.string()),
  images: z.array(z.object({ field: z.string(), fileName: z.string(), bytes: z.number(), sha256: z.string() })),
  history: z.array(z.object({ at: z.string(), event: z.string(), reason: z.string().optional() })),
});

const request = z.object({
  at: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number().nullable(),
  bytes: z.number(),
});

/** How long a request is waited for that a busy machine has yet to send, in seconds. */
const LONGEST_WAIT = 60;

/** How long the emulator may take for anything that it has not to wait for, in seconds. */
const ANSWER_TIME = 20;

/** A signature as it stands at the emulator. */
export type FiledSignature = z.infer<typeof signature>;

/** A vendor call that the emulator was sent. */
export type VendorRequest = z.infer<typeof request>;

/** How the emulator is to misbehave; see its documents for the kinds. */
export interface Fault {
  readonly kind: string;
  readonly method?: string;
  readonly path?: string;
  readonly times?: number;
  readonly [setting: string]: unknown;
}

type SignatureId = number | string;

/** The emulator seen from outside: what is filed there, and the people who review it. */
export class ControlPlane {
  /** @param url Where the emulator listens. */
  constructor(
    readonly url: string,
    readonly vendor = "jpush",
  ) {}

  /** What is filed, oldest first. */
  async signatures(): Promise<FiledSignature[]> {
    return z.array(signature).parse(await this.#call("GET", "signatures"));
  }

  async approve(id: SignatureId): Promise<void> {
    await this.#call("POST", `signatures/${this.vendor}/${id}/review`, { decision: "approve" });
  }

  async reject(id: SignatureId, reason?: string): Promise<void> {
    await this.#call("POST", `signatures/${this.vendor}/${id}/review`, { decision: "reject", reason });
  }

  async makeDefault(id: SignatureId): Promise<void> {
    await this.#call("POST", `signatures/${this.vendor}/${id}/default`);
  }

  /** Somebody does it in the vendor's console. */
  async change(
    id: SignatureId,
    change: { text?: string; vendorStatus?: number | string; inUse?: boolean },
  ): Promise<void> {
    await this.#call("PATCH", `signatures/${this.vendor}/${id}`, change);
  }

  /** Somebody deletes it in the vendor's console. */
  async remove(id: SignatureId): Promise<void> {
    await this.#call("DELETE", `signatures/${this.vendor}/${id}`);
  }

  /** The vendor calls so far. */
  async requests(): Promise<VendorRequest[]> {
    return z.array(request).parse(await this.#call("GET", "requests"));
  }

  /** Resolves when so many requests of a method have come in, also those that are held. */
  async received(method: string, atLeast = 1): Promise<void> {
    await this.#call(
      "GET",
      `requests?atLeast=${atLeast}&method=${method}&timeout=${LONGEST_WAIT}s`,
      undefined,
      LONGEST_WAIT + ANSWER_TIME,
    );
  }

  /** Replaces the whole list of faults. */
  async faults(faults: readonly Fault[]): Promise<void> {
    await this.#call("PUT", "faults", faults);
  }

  /** Moves the emulator's clock on, by a duration such as "24h". */
  async advance(duration: string): Promise<void> {
    await this.#call("POST", "clock", { advance: duration });
  }

  async reset(): Promise<void> {
    await this.#call("POST", "reset");
  }

  async #call(method: string, path: string, body?: unknown, limit = ANSWER_TIME): Promise<unknown> {
    const response = await fetch(`${this.url}/_emulator/${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(limit * 1000),
    }).catch((cause: unknown) => {
      throw new Error(`The emulator at ${this.url} does not answer`, { cause });
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_emulator/${path} was answered with ${response.status}: ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  }
}
