import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Hono } from "hono";
import { ControlError } from "../control/errors";
import type { Environment } from "../server/environment";

/** The page stands beside its source also when this runs compiled: a browser takes it as it is. */
const folder = join(__dirname, "..", "..", "src", "console", "page");

const types = { html: "text/html", css: "text/css", js: "text/javascript", svg: "image/svg+xml" };

/** Nothing is loaded from elsewhere, nothing in the page runs but its own files, and no other page can frame it. */
const policy = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

/** The review console as it stands at `/`. */
export async function consolePage(): Promise<Response> {
  return file("index.html", { "content-security-policy": policy, "cross-origin-opener-policy": "same-origin" });
}

/** The files that the page loads. */
export function consoleRoutes(): Hono<Environment> {
  const routes = new Hono<Environment>({ strict: false });
  routes.get("/:name", async ({ req }) => {
    const name = req.param("name");
    return file(name).catch(() => {
      throw new ControlError(404, `the review console has no file ${name}`, "open / in a browser");
    });
  });
  return routes;
}

async function file(name: string, headers: Record<string, string> = {}): Promise<Response> {
  const [, extension] = /^[a-zA-Z]+\.(html|css|js|svg)$/.exec(name) ?? [];
  if (extension === undefined) throw new Error(`not a name of a file: ${name}`);
  const type = types[extension as keyof typeof types];
  return new Response(await readFile(join(folder, name)), {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      ...headers,
    },
  });
}
