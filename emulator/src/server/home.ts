import type { IncomingMessage } from "node:http";
import { consolePage } from "../console";
import { strangerAt } from "../control/guard";
import type { Vendor } from "../vendor";

/**
 * What is said at `/`, which no vendor has: the review console to a browser on this machine; a line to everybody else,
 * for tools that wait for a server to be up ask there, wherever they are.
 */
export async function home(vendors: readonly Vendor[], incoming: IncomingMessage): Promise<Response> {
  const isBrowser = (incoming.headers.accept ?? "").includes("text/html");
  if (isBrowser && !strangerAt(incoming)) return consolePage();
  const names = vendors.map(({ name }) => name).join(", ");
  return new Response(
    `sms-emulator: ${names}; control plane at /_emulator/, review console at / for a browser here\n`,
    {
      headers: { "content-type": "text/plain; charset=utf-8" },
    },
  );
}
