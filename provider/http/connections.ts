import { Agent, request } from "node:http";
import type { ClientRequestArgs } from "node:http";
import { connect as connectPlain, isIP } from "node:net";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { connect as connectSecure } from "node:tls";
import type { Memory } from "../memory";
import type { Proxy } from "./proxy";

/** Where a connection leads, and how long it may take until it stands. */
export interface Route {
  /** Of the server: only its origin counts. */
  readonly url: URL;
  readonly proxy: Proxy | null;
  /** In milliseconds. */
  readonly connectTimeout: number;
}

/** Why no connection came about, in words that quote nothing. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
}

type Opened = (error: Error | null, socket: Duplex) => void;

const makeAgents = () => new Map<string, KeepingAgent>();

/**
 * What a request is given to get its connection. A kept connection can be closed by the server in the moment in which a
 * request is written to it, and then nobody knows whether that request was taken. A query is simply asked again; a
 * request that must not be sent twice gets a connection of its own, which costs a handshake and spares a person the
 * search for a lost answer.
 * @param once whether the request must not be sent twice
 */
export function connectionFor(
  memory: Memory,
  route: Route,
  once: boolean,
): Pick<ClientRequestArgs, "agent" | "createConnection"> {
  if (once) return { createConnection: (_options, opened) => open(route, opened) };
  const agents = memory.of(makeAgents);
  const key = JSON.stringify([
    route.url.origin,
    route.connectTimeout,
    route.proxy?.url,
    route.proxy?.authorization?.reveal(),
  ]);
  const agent = agents.get(key) ?? new KeepingAgent(route);
  agents.set(key, agent);
  return { agent };
}

/** Shorter than any server's that gives no hint, in milliseconds; a server's shorter hint is honoured. */
const KEEP_ALIVE = 4_000;

/** Keeps the connections to one server. */
class KeepingAgent extends Agent {
  constructor(private readonly route: Route) {
    super({ keepAlive: true, timeout: KEEP_ALIVE });
  }

  override createConnection(_options: ClientRequestArgs, opened: Opened): undefined {
    open(this.route, opened);
  }
}

function open(route: Route, opened: Opened): undefined {
  openConnection(route).then(
    (socket) => opened(null, socket),
    (error: unknown) => opened(error as Error, undefined as never),
  );
  return undefined;
}

/** Resolves with a connection that stands, its TLS included; nothing of a request was sent before. */
function openConnection({ url, proxy, connectTimeout }: Route): Promise<Socket> {
  return new Promise((resolve, reject) => {
    let last: Socket | null = null;
    const held = (socket: Socket, event: string) => {
      last = socket;
      return standing(socket, event);
    };
    const timer = setTimeout(() => {
      reject(new ConnectionError("no connection came about in time"));
      last?.destroy();
    }, connectTimeout);
    const stages = async (): Promise<Socket> => {
      const first = proxy === null ? url : new URL(proxy.url);
      const socket = await (first.protocol === "https:"
        ? held(secured(first), "secureConnect")
        : held(connectPlain(Number(first.port || 80), hostOf(first)), "connect"));
      // Over http the proxy is sent the request itself.
      if (proxy === null || url.protocol === "http:") return socket;
      await tunnel(socket, url, proxy);
      return held(secured(url, socket), "secureConnect");
    };
    stages()
      .then(resolve, (error: unknown) => {
        last?.destroy();
        reject(error as Error);
      })
      .finally(() => clearTimeout(timer));
  });
}

function secured(url: URL, socket?: Socket): Socket {
  const host = hostOf(url);
  return connectSecure({
    host,
    port: Number(url.port || 443),
    servername: isIP(host) === 0 ? host : "",
    ALPNProtocols: ["http/1.1"],
    ...(socket === undefined ? {} : { socket }),
  });
}

function standing(socket: Socket, event: string): Promise<Socket> {
  // Until a request takes it over nobody else listens, and an error that nobody hears ends the process.
  socket.on("error", () => undefined);
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("close", () => reject(new ConnectionError("the other side closed the connection")));
    socket.once(event, () => resolve(socket));
  });
}

/** Asks a proxy to lead a connection on to the server. */
function tunnel(socket: Socket, url: URL, proxy: Proxy): Promise<void> {
  const authority = `${url.hostname}:${url.port || 443}`;
  return new Promise((resolve, reject) => {
    const asked = request({
      method: "CONNECT",
      path: authority,
      headers: { host: authority, ...proxyHeaders(proxy) },
      createConnection: () => socket,
    });
    asked.once("connect", ({ statusCode = 0 }) => {
      if (statusCode >= 200 && statusCode < 300) return resolve();
      const why = statusCode === 407 ? ": it asks for a user name and a password, or for others" : "";
      reject(new ConnectionError(`the proxy refused to lead to ${authority} with HTTP ${statusCode}${why}`));
    });
    asked.once("error", reject);
    asked.end();
  });
}

/** What a proxy is told beside the request itself. */
export function proxyHeaders({ authorization }: Proxy): { readonly [name: string]: string } {
  return authorization === null ? {} : { "proxy-authorization": authorization.reveal() };
}

/** Without the brackets that an address has in a URL. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}
