import type { Socket } from "node:net";
import type { buildConnector, Dispatcher } from "undici";
import type { Memory } from "../memory";
import { withoutInterimAnswers } from "./interim";
import type { Proxy } from "./proxy";
import { ConnectionError, reasonOf } from "./reasons";

/** Where a connection leads, and how long it may take until it stands. */
export interface Route {
  /** Of the server: only its origin counts. */
  readonly url: URL;
  readonly proxy: Proxy | null;
  /** In milliseconds. */
  readonly connectTimeout: number;
}

type Undici = typeof import("undici");

/** What every request needs of undici, whose entry loads five times as many modules: caches, cookies, WebSockets. */
function loadUndici(): Pick<Undici, "Client" | "buildConnector"> {
  return {
    Client: require("undici/lib/dispatcher/client.js") as Undici["Client"],
    buildConnector: require("undici/lib/core/connect.js") as Undici["buildConnector"],
  };
}

const makeKept = () => new Map<string, Dispatcher[]>();

const OPTIONS = {
  /** Shorter than any server's that gives no hint, in milliseconds; a server's hint is honoured up to the second. */
  keepAliveTimeout: 4_000,
  keepAliveMaxTimeout: 30_000,
  /** One clock bounds the whole exchange. */
  headersTimeout: 0,
  bodyTimeout: 0,
};

/**
 * Sends a request on a connection. A kept connection can be closed by the server in the moment in which a request is
 * written to it, and then nobody knows whether that request was taken. A query is simply asked again; a request that
 * must not be sent twice gets a connection of its own, which costs a handshake and spares a person the search for a lost
 * answer.
 *
 * undici is loaded with the first request, since most calls of a provider make none.
 * @param once whether the request must not be sent twice
 * @param send sends the request, on a client that has one connection; ends as a "reply" where the whole answer was read
 */
export async function onConnection<End extends { readonly kind: string }>(
  memory: Memory,
  route: Route,
  once: boolean,
  send: (client: Dispatcher) => Promise<End>,
): Promise<End> {
  const idle = once ? [] : idleClients(memory, route);
  const client = idle.pop() ?? newClient(route, once);
  const end = await send(client);
  // After any other end the connection is closed, or may yet come about.
  if (end.kind === "reply") idle.push(client);
  return end;
}

function idleClients(memory: Memory, { url, proxy, connectTimeout }: Route): Dispatcher[] {
  const kept = memory.of(makeKept);
  const key = JSON.stringify([url.origin, connectTimeout, proxy?.url, proxy?.authorization?.reveal()]);
  const idle = kept.get(key) ?? [];
  kept.set(key, idle);
  return idle;
}

function newClient(route: Route, once: boolean): Dispatcher {
  const { Client, buildConnector } = loadUndici();
  const origin = forwardingProxy(route)?.url ?? route.url.origin;
  return new Client(origin, { ...OPTIONS, pipelining: once ? 0 : 1, connect: connectorFor(route, buildConnector) });
}

/** The proxy to which the request itself is sent, as is done over http; over https a proxy leads a connection on. */
export function forwardingProxy({ url, proxy }: Pick<Route, "url" | "proxy">): Proxy | null {
  return url.protocol === "http:" ? proxy : null;
}

/** What a proxy is told beside the request itself. */
export function proxyHeaders({ authorization }: Proxy): { readonly [name: string]: string } {
  return authorization === null ? {} : { "proxy-authorization": authorization.reveal() };
}

/** Gives undici connections that stand, their TLS and a proxy's tunnel included; nothing of a request was sent before. */
function connectorFor(route: Route, makeConnector: Undici["buildConnector"]): buildConnector.connector {
  const { url, proxy, connectTimeout } = route;
  const isTunnelled = proxy !== null && forwardingProxy(route) === null;
  return (target, callback) => {
    const clock = new AbortController();
    const timer = setTimeout(() => clock.abort(), connectTimeout);
    const { signal } = clock;
    const connect = makeConnector({ timeout: 0, signal });
    const open: buildConnector.connector = (other, opened) =>
      // undici takes `servername` from the Host header, and a proxy has another name.
      connect({ ...other, servername: "" }, (error, socket) =>
        error === null ? opened(null, withoutInterimAnswers(socket)) : opened(error, null),
      );
    const settle: buildConnector.Callback = (error, socket) => {
      clearTimeout(timer);
      if (error === null) return callback(null, socket);
      // undici connects again, without end, after an error with some of its own codes: this error has none.
      const reason = signal.aborted ? "no connection came about in time" : reasonOf(error);
      callback(new ConnectionError(reason), null);
    };
    if (!isTunnelled) return open(target, settle);
    const authority = `${url.hostname}:${url.port || 443}`;
    const headers = { host: authority, ...proxyHeaders(proxy) };
    // The entry alone gives a client the method for tunnels.
    const { Client } = require("undici") as Undici;
    const client = new Client(proxy.url, { ...OPTIONS, connect: open });
    client.connect({ path: authority, headers, signal }, (error, { statusCode, socket }) => {
      if (error !== null) return settle(error, null);
      if (statusCode >= 200 && statusCode < 300)
        return open({ ...target, httpSocket: socket as unknown as Socket }, settle);
      socket.destroy();
      const why = statusCode === 407 ? ": it asks for a user name and a password, or for others" : "";
      settle(new ConnectionError(`the proxy refused to lead to ${authority} with HTTP ${statusCode}${why}`), null);
    });
  };
}
