import { Hono } from "hono";
import { z } from "zod";
import type { Clock } from "../clock";
import { duration } from "../duration";
import type { Environment } from "../server/environment";
import { readJson } from "./body";
import { ControlError } from "./errors";

const schema = z.strictObject({ advance: duration });

export function clockRoutes(clock: Clock, move: (milliseconds: number) => void): Hono<Environment> {
  const routes = new Hono<Environment>({ strict: false });
  routes.get("/", (request) => request.json({ now: clock.iso() }));
  routes.post("/", (request) => {
    const { advance } = readJson(request.env.body, schema, '{"advance":"24h"}');
    if (!clock.reaches(advance))
      throw new ControlError(400, "advance: the clock ends with the year 9999", "advance it by less, or POST reset");
    move(advance);
    return request.json({ now: clock.iso() });
  });
  return routes;
}
