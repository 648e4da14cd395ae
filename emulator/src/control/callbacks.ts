import { Hono } from "hono";
import type { Environment } from "../server/environment";
import type { Vendor } from "../vendor";

/** What the vendors that are told an address have called back. */
export function callbackRoutes(vendors: readonly Vendor[]): Hono<Environment> {
  const routes = new Hono<Environment>({ strict: false });
  routes.get("/", (request) =>
    request.json(vendors.flatMap(({ name, callbacks }) => (callbacks ? { vendor: name, ...callbacks.view() } : []))),
  );
  return routes;
}
