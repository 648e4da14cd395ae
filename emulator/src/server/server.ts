import { createServer } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";

/** Longer than clients keep an idle connection, so that none is closed under a request on its way. */
const keepAlive = 75_000;

export interface Listening {
  url: string;
  close(): Promise<void>;
}

/** Rejects when the port cannot be had. */
export async function listen(
  port: number,
  host: string,
  answer: (request: Request, bindings: HttpBindings) => Promise<Response>,
): Promise<Listening> {
  const listener = getRequestListener((request, bindings) => answer(request, bindings as HttpBindings), {
    // An HTTP/1.0 client names no host.
    hostname: "127.0.0.1",
    // A user's own tests run in this process.
    overrideGlobalObjects: false,
  });
  const server = createServer(
    { keepAliveTimeout: keepAlive },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  const taken = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
