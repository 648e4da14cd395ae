import { Hono } from "hono";
import { z } from "zod";
import { duration } from "../duration";
import type { Environment } from "../server/environment";
import { RequestLog } from "../server/requests";
import { ControlError } from "./errors";

const query = z.strictObject({
  method: z.string().optional(),
  path: z.string().optional(),
  atLeast: z.coerce.number().int().min(0).max(RequestLog.most).default(0),
  last: z.coerce.number().int().min(0).max(RequestLog.most).default(RequestLog.most),
  timeout: duration.refine((milliseconds) => milliseconds <= 600_000, "10m at the most").default(30_000),
});

export function requestRoutes(log: RequestLog): Hono<Environment> {
  const routes = new Hono<Environment>({ strict: false });
  routes.get("/", async (request) => {
    const read = query.safeParse(request.req.query());
    if (!read.success) {
      const problems = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
      throw new ControlError(
        400,
        problems.join("; "),
        "ask with method, path, atLeast, last, timeout, or none of them",
      );
    }
    const { atLeast, last, timeout, ...filter } = read.data;
    const signal = AbortSignal.any([AbortSignal.timeout(timeout), request.req.raw.signal]);
    if (!(await log.atLeast(atLeast, filter, signal))) {
      const count = log.list(filter).length;
      throw new ControlError(
        504,
        `${count} requests of ${atLeast} came in time`,
        "send them, or wait longer with timeout=60s",
      );
    }
    const list = log.list(filter);
    return request.json(list.slice(Math.max(list.length - last, 0)));
  });
  return routes;
}
