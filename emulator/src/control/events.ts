import { setTimeout as sleep } from "node:timers/promises";
import { Hono } from "hono";
import { topics, type Changes, type Topic } from "../changes";
import type { Environment } from "../server/environment";

/** Milliseconds in which changes are gathered, so that a burst of them is told once. */
const gathering = 50;

/** Server-sent events: each says which topics are to be read anew, the first one all of them. */
export function eventRoutes(changes: Changes): Hono<Environment> {
  const routes = new Hono<Environment>({ strict: false });
  routes.get("/", () => new Response(stream(changes), { headers: { "content-type": "text/event-stream" } }));
  return routes;
}

/** A reader that is slow gets fewer events, never a longer queue. */
function stream(changes: Changes): ReadableStream<Uint8Array> {
  const waiting = new Set<Topic>(topics);
  let wake: () => void = () => undefined;
  const unwatch = changes.watch((topic) => {
    waiting.add(topic);
    wake();
  });
  return new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from("retry: 1000\n\n")),
    async pull(controller) {
      if (waiting.size === 0) await new Promise<void>((resolve) => (wake = resolve));
      await sleep(gathering);
      const told = [...waiting];
      waiting.clear();
      controller.enqueue(Buffer.from(`data: ${JSON.stringify(told)}\n\n`));
    },
    cancel() {
      unwatch();
      // Lets go of the pull that waits; what it then enqueues nobody reads.
      wake();
    },
  });
}
