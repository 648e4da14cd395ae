import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Vendor } from "../vendor";
import { drip, html, isBodiless, malformed, oversized } from "./answers";
import type { Fault } from "./fault";
import type { FaultList } from "./list";

export interface Played {
  vendor: Vendor;
  list: FaultList;
  /** Lets the vendor process the request. */
  proceed: () => Promise<Response>;
  /** Aborts when the client is gone. */
  gone: AbortSignal;
}

/** What the client gets of a request that meets a fault; undefined: its connection is cut. */
export async function play(fault: Fault, { vendor, list, proceed, gone }: Played): Promise<Response | undefined> {
  switch (fault.kind) {
    case "cut-before":
      return undefined;
    case "cut-after":
      await proceed();
      return undefined;
    case "hold":
    case "delay": {
      const ended = fault.taken ? gone : AbortSignal.any([gone, list.forgotten]);
      const wait =
        fault.kind === "hold"
          ? () => once(list, "change", { signal: ended })
          : () => sleep(fault.ms, undefined, { signal: ended });
      return around(fault.taken, proceed, ended, wait);
    }
    case "drip":
      return drip(await proceed(), fault.ms, gone);
    case "status": {
      if (fault.taken) await proceed();
      const known = fault.code === undefined ? undefined : vendor.envelope(fault.code, fault.message);
      const headers = { "content-type": "application/json", ...fault.headers };
      return answer(known?.body ?? "", fault.status ?? known?.status ?? 500, headers);
    }
    case "html":
      if (fault.taken) await proceed();
      return answer(html(fault.status), fault.status, { "content-type": "text/html" });
    case "malformed":
      return malformed(fault.taken ? await proceed() : undefined, fault.status);
    case "oversized":
      return oversized(fault.taken ? await proceed() : undefined, fault.status, fault.bytes);
  }
}

/** Waits before or after the request takes effect. Of a client that gave up or was forgotten meanwhile nothing more is taken. */
async function around(
  taken: boolean,
  proceed: () => Promise<Response>,
  ended: AbortSignal,
  wait: () => Promise<unknown>,
): Promise<Response | undefined> {
  const stayed = wait().then(
    () => true,
    (error: unknown) => {
      if (ended.aborted) return false;
      throw error;
    },
  );
  // Begun after the wait, so that a change of the list meanwhile is not missed.
  const early = taken ? proceed() : undefined;
  const [stays] = await Promise.all([stayed, early]);
  return stays ? (early ?? proceed()) : undefined;
}

function answer(body: string, status: number, headers: Record<string, string>): Response {
  return new Response(isBodiless(status) ? null : body, { status, headers });
}
