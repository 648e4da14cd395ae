import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Clock } from "../clock";
import { html } from "../faults/answers";
import type { FaultList } from "../faults/list";
import { play } from "../faults/play";
import type { Vendor } from "../vendor";
import type { RequestEntry, RequestLog } from "./requests";

export interface Gate {
  vendors: readonly [Vendor, ...Vendor[]];
  faults: FaultList;
  log: RequestLog;
  clock: Clock;
}

/** Every vendor call passes here: it is written down, meets a fault if there is one, and reaches its vendor. */
export async function pass(
  { vendors, faults, log, clock }: Gate,
  request: Request,
  { incoming, outgoing }: HttpBindings,
  body: Buffer | undefined,
): Promise<Response> {
  const path = new URL(request.url).pathname;
  const method = request.method;
  const entry: RequestEntry = { at: clock.iso(), method, path, status: null, bytes: body?.length ?? 0 };
  log.receive(entry);

  const vendor = vendors.find((one) => one.owns(path)) ?? vendors[0];
  const proceed = async () =>
    body
      ? await vendor.routes.fetch(request, { incoming, outgoing, body })
      : new Response(html(413), { status: 413, headers: { "content-type": "text/html" } });

  const fault = faults.take(method, path);
  const response = fault
    ? await play(fault, { vendor, list: faults, proceed, gone: whenGone(incoming, outgoing) })
    : await proceed();
  if (!response) {
    outgoing.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  log.answer(entry, response.status);
  return response;
}

function whenGone(incoming: HttpBindings["incoming"], outgoing: HttpBindings["outgoing"]): AbortSignal {
  const controller = new AbortController();
  if (incoming.socket.destroyed) controller.abort();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) controller.abort();
  });
  return controller.signal;
}
