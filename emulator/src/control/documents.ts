import { Hono } from "hono";
import type { Environment } from "../server/environment";
import type { Vendor } from "../vendor";
import { ControlError } from "./errors";
import { findSignature } from "./find";

/** The bytes that say what a picture is; the name and the type that a client gave say nothing. */
const pictures = [
  { type: "image/png", head: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { type: "image/jpeg", head: Buffer.from([0xff, 0xd8, 0xff]) },
  { type: "image/gif", head: Buffer.from("GIF8") },
];

/** The documents as pictures, for the review console. Anything else is offered as a file, never shown. */
export function documentRoutes(vendors: readonly Vendor[]): Hono<Environment> {
  const routes = new Hono<Environment>({ strict: false });
  routes.get("/:vendor/:id/:field", (request) => {
    const { signature } = findSignature(vendors, request);
    const field = request.req.param("field");
    const document = signature.images.find((one) => one.field === field);
    if (!document) {
      const fields = signature.images.map((one) => one.field).join(", ");
      throw new ControlError(
        404,
        `${signature.id} has no document ${field}`,
        fields ? `it has ${fields}` : "it has none",
      );
    }
    const { content } = document;
    const picture = pictures.find(({ head }) => content.subarray(0, head.length).equals(head));
    const headers = {
      "content-security-policy": "default-src 'none'; sandbox",
      "content-type": picture?.type ?? "application/octet-stream",
      ...(picture ? {} : { "content-disposition": "attachment" }),
    };
    return new Response(new Uint8Array(content), { headers });
  });
  return routes;
}
