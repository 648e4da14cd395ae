import { Hono } from "hono";
import { exportLines } from "../exports";
import type { Environment } from "../server/environment";
import type { Vendor } from "../vendor";

/** How a shell's programs find this emulator, at the address by which the caller found it. */
export function environmentRoutes(vendors: readonly Vendor[]): Hono<Environment> {
  const routes = new Hono<Environment>({ strict: false });
  routes.get("/", (request) => {
    const origin = `http://${request.env.incoming.headers.host ?? ""}`;
    return request.json(
      vendors.map((vendor) => ({ vendor: vendor.name, exports: exportLines(vendor.environment(origin)) })),
    );
  });
  return routes;
}
