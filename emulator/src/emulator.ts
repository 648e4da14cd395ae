import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Changes } from "./changes";
import { Clock } from "./clock";
import { tooLarge } from "./control/errors";
import { controlRoutes } from "./control/routes";
import { keepOnDisk } from "./disk";
import type { EmulatorOptions } from "./emulator-options";
import { FaultList } from "./faults/list";
import { huaweicloud } from "./huaweicloud";
import { huaweiSettings } from "./huaweicloud/settings";
import { jpush } from "./jpush";
import { jpushSettings } from "./jpush/settings";
import { readOptions } from "./options";
import { approveAfter } from "./reviewer";
import { readBody } from "./server/body";
import { pass } from "./server/gate";
import { home } from "./server/home";
import { reachableAt } from "./server/loopback";
import { RequestLog } from "./server/requests";
import { listen } from "./server/server";
import type { Vendor } from "./vendor";

/** A running emulator. */
export interface Emulator {
  /** Where vendors' calls and the control plane are answered, e.g. `http://127.0.0.1:4010`. */
  url: string;
  /**
   * Environment variables with which a program of this machine files its signatures here: the addresses, and the
   * credentials of the app and the project that are always there. `Object.assign(process.env, emulator.environment)`.
   */
  environment: Record<string, string>;
  /** Forgets signatures, requests and faults, and sets the clock right; the settings stay. */
  reset(): Promise<void>;
  /** Stops at once, whatever connections are open. */
  close(): Promise<void>;
}

/**
 * Starts an emulator in this process.
 *
 * Rejects with an `OptionError` for an option that cannot be, and with Node's own error when the port cannot be had.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  return runEmulator(options);
}

/** The same with options that nobody has looked at yet. */
export async function runEmulator(options: unknown): Promise<Emulator> {
  const { port, host, autoApprove, data, ...rest } = readOptions(options);
  const clock = new Clock();
  const faults = new FaultList();
  const changes = new Changes();
  const log = new RequestLog(() => changes.tell("requests"));
  for (const event of ["change", "met"] as const) faults.on(event, () => changes.tell("faults"));
  const vendors: [Vendor, ...Vendor[]] = [jpush(jpushSettings(rest), clock), huaweicloud(huaweiSettings(rest), clock)];

  // Before the data file: a failure to write it must not keep the change from those who watch.
  for (const { store } of vendors) store.onChange(() => changes.tell("signatures"));
  for (const { callbacks } of vendors) callbacks?.onChange(() => changes.tell("callbacks"));
  const together = data === undefined ? (act: () => void) => act() : keepOnDisk(data, vendors, clock);

  const advance = (milliseconds: number) =>
    together(() => {
      clock.advance(milliseconds);
      changes.tell("clock");
    });
  const reset = () =>
    together(() => {
      clock.reset();
      changes.tell("clock");
      for (const vendor of vendors) vendor.reset();
      faults.reset();
      log.clear();
    });
  const control = controlRoutes({ vendors, faults, log, clock, changes, advance, reset });

  const server = await listen(port, host, async (request, { incoming, outgoing }) => {
    let body;
    try {
      body = await readBody(incoming);
    } catch {
      // The client went away while it was sending.
      return RESPONSE_ALREADY_SENT;
    }
    const { pathname } = new URL(request.url);
    if (pathname === "/") return home(vendors, incoming);
    if (/^\/_emulator(\/|$)/.test(pathname)) {
      return body ? control.fetch(request, { incoming, outgoing, body }) : tooLarge().response();
    }
    return pass({ vendors, faults, log, clock }, request, { incoming, outgoing }, body);
  });

  // Nothing happens by itself in one that cannot start: its data file can be another's.
  if (autoApprove !== undefined) for (const { store } of vendors) approveAfter(autoApprove, store, clock);
  for (const { callbacks } of vendors) callbacks?.start();

  let closed: Promise<void> | undefined;
  return {
    url: server.url,
    environment: Object.fromEntries(
      vendors.flatMap((vendor) => Object.entries(vendor.environment(reachableAt(server.url)))),
    ),
    async reset() {
      reset();
    },
    close() {
      clock.stop();
      for (const { callbacks } of vendors) callbacks?.stop();
      closed ??= server.close();
      return closed;
    },
  };
}
