import type { Agent } from "undici";
import type { Memory } from "../memory";

const makeAgents = () => new Map<string, Promise<Agent>>();

/**
 * The process's connections. A kept one can be closed by the server in the moment in which a request is written to
 * it, and then nobody knows whether that request was taken. A query is simply asked again; a request that must not
 * be sent twice gets a connection of its own, which costs a handshake and spares a person the search for a lost answer.
 *
 * undici is loaded with the first request, since most calls of a provider make none.
 *
 * @param connectTimeout in milliseconds
 * @param once whether the request must not be sent twice
 */
export function connectionsFor(memory: Memory, connectTimeout: number, once: boolean): Promise<Agent> {
  const agents = memory.of(makeAgents);
  const key = `${connectTimeout} ${once}`;
  let agent = agents.get(key);
  if (agent === undefined) {
    agent = import("undici").then(({ Agent }) => new Agent({ ...OPTIONS, connectTimeout, pipelining: once ? 0 : 1 }));
    agents.set(key, agent);
  }
  return agent;
}

const OPTIONS = {
  /** Shorter than any server's that gives no hint, in milliseconds; a server's hint is honoured up to the second. */
  keepAliveTimeout: 4_000,
  keepAliveMaxTimeout: 30_000,
  /** One clock bounds the whole exchange. */
  headersTimeout: 0,
  bodyTimeout: 0,
};
