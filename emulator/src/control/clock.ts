import { Hono } from "hono";
import { z } from "zod";
import type { Clock } from "../clock";
import { duration } from "../duration";
import type { Environment } from "../server/environment";
import { readJson } from "./body";

const schema = z.strictObject({ advance: duration });

/** `moved` is told after the clock was. */
export function clockRoutes(clock: Clock, moved: () => void): Hono<Environment> {
  const routes = new Hono<Environment>({ strict: false });
  routes.get("/", (request) => request.json({ now: clock.iso() }));
  routes.post("/", (request) => {
    clock.advance(readJson(request.env.body, schema, '{"advance":"24h"}').advance);
    moved();
    return request.json({ now: clock.iso() });
  });
  return routes;
}
