import type { Context } from "hono";
import type { Environment } from "../server/environment";
import type { WireRequest } from "./signing";

/** The request as it was sent, since its signature is over that. */
export function wireRequest({ env: { incoming, body } }: Context<Environment>): WireRequest {
  return {
    method: incoming.method ?? "",
    target: incoming.url ?? "",
    body,
    header(name) {
      const value = incoming.headers[name];
      return Array.isArray(value) ? value.join(",") : value;
    },
  };
}
