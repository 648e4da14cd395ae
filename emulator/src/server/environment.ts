import type { HttpBindings } from "@hono/node-server";

/** What every route finds beside the request. */
export interface Environment {
  /** `body` is the whole body as it was received. */
  Bindings: HttpBindings & { body: Buffer };
}
