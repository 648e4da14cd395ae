import type { IncomingMessage } from "node:http";
import { isLoopback } from "../server/loopback";
import { ControlError } from "./errors";

/** Lets only the same machine in, and of what a page of another site makes a browser ask nothing. */
export function admit(incoming: IncomingMessage): void {
  const refused = strangerAt(incoming);
  if (refused) throw refused;
  // What a page of another site merely shows, a picture for one, has no Origin.
  if (incoming.headers.origin === undefined && incoming.headers["sec-fetch-site"] === "cross-site") {
    throw refusal("the call comes from another site's page", "open it at the emulator's own address");
  }
}

/**
 * Why the caller is not one of this machine; undefined when it is. The Host tells a page whose name was made to resolve
 * to the loopback, the Origin one that sends here from somewhere else.
 */
export function strangerAt({ socket, headers }: IncomingMessage): ControlError | undefined {
  const address = socket.remoteAddress ?? "";
  if (!isLoopback(address.replace(/^::ffff:/, ""))) {
    return refusal(`the call comes from ${address}`, "call it from the machine that the emulator runs on");
  }
  if (!isLoopback(hostOf(`http://${headers.host ?? ""}`))) {
    return refusal("the Host header does not name the loopback", "call it as http://127.0.0.1 or http://localhost");
  }
  if (headers.origin !== undefined && !isLoopback(hostOf(headers.origin))) {
    return refusal("the call comes from a page of another origin", "call it from a page of the loopback, or from none");
  }
  return undefined;
}

function refusal(reason: string, fix: string): ControlError {
  return new ControlError(403, `the control plane answers on the loopback only, and ${reason}`, fix);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}
