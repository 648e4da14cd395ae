import { Hono } from "hono";
import type { Changes } from "../changes";
import type { Clock } from "../clock";
import { consoleRoutes } from "../console";
import { DataFileError } from "../data-file-error";
import type { FaultList } from "../faults/list";
import type { Environment } from "../server/environment";
import type { RequestLog } from "../server/requests";
import type { Vendor } from "../vendor";
import { callbackRoutes } from "./callbacks";
import { clockRoutes } from "./clock";
import { documentRoutes } from "./documents";
import { environmentRoutes } from "./environment";
import { ControlError } from "./errors";
import { eventRoutes } from "./events";
import { faultRoutes } from "./faults";
import { admit } from "./guard";
import { requestRoutes } from "./requests";
import { signatureRoutes } from "./signatures";

export interface Controlled {
  vendors: readonly Vendor[];
  faults: FaultList;
  log: RequestLog;
  clock: Clock;
  changes: Changes;
  /** Moves the clock, by milliseconds. */
  advance: (milliseconds: number) => void;
  /** Everything as new. */
  reset: () => void;
}

const fix =
  "it has GET signatures, POST signatures/:vendor/:id/review, POST signatures/:vendor/:id/default, " +
  "PATCH and DELETE signatures/:vendor/:id, GET documents/:vendor/:id/:field, GET requests, PUT faults, POST clock, " +
  "GET callbacks, GET environment, GET events, POST reset";

/** People's documents are shown: no copy of them is kept, no other site's page gets at them. */
const protection = {
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

export function controlRoutes({
  vendors,
  faults,
  log,
  clock,
  changes,
  advance,
  reset,
}: Controlled): Pick<Hono<Environment>, "fetch"> {
  const routes = new Hono<Environment>({ strict: false }).basePath("/_emulator");
  routes.use(async (request, next) => {
    admit(request.env.incoming);
    await next();
    for (const [name, value] of Object.entries(protection)) request.res.headers.set(name, value);
  });
  routes.route("/signatures", signatureRoutes(vendors));
  routes.route("/requests", requestRoutes(log));
  routes.route("/faults", faultRoutes(faults));
  routes.route("/clock", clockRoutes(clock, advance));
  routes.route("/documents", documentRoutes(vendors));
  routes.route("/callbacks", callbackRoutes(vendors));
  routes.route("/environment", environmentRoutes(vendors));
  routes.route("/events", eventRoutes(changes));
  routes.route("/console", consoleRoutes());
  routes.post("/reset", (request) => {
    reset();
    return request.json({});
  });
  routes.notFound(({ req }) =>
    new ControlError(404, `the control plane has no ${req.method} ${req.path}`, fix).response(),
  );
  routes.onError((error) => {
    if (error instanceof ControlError) return error.response();
    if (error instanceof DataFileError) {
      return new ControlError(
        500,
        `it is done, but the data file ${error.path} ${error.problem}`,
        error.fix,
      ).response();
    }
    return new ControlError(
      500,
      `the emulator failed: ${error.message}`,
      "report it, it is a fault of the emulator",
    ).response();
  });
  return routes;
}
