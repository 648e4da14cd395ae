import { Hono } from "hono";
import { faultsSchema } from "../faults/fault";
import type { FaultList } from "../faults/list";
import type { Environment } from "../server/environment";
import { readJson } from "./body";

const example = '[{"method":"POST","path":"/v1/sign","times":1,"kind":"cut-after"}]';

export function faultRoutes(list: FaultList): Hono<Environment> {
  const routes = new Hono<Environment>({ strict: false });
  routes.get("/", (request) => request.json(list.faults));
  routes.put("/", (request) => {
    list.replace(readJson(request.env.body, faultsSchema, example));
    return request.json(list.faults);
  });
  return routes;
}
