import { Hono } from "hono";
import { z } from "zod";
import type { Environment } from "../server/environment";
import type { SignatureView } from "../signatures/signature";
import type { Vendor } from "../vendor";
import { readJson } from "./body";
import { ControlError } from "./errors";
import { findSignature } from "./find";

const reviewSchema = z.strictObject({
  decision: z.enum(["approve", "reject"], { error: "approve or reject" }),
  reason: z.string().max(1000).optional(),
});
const changeSchema = z
  .strictObject({
    text: z.string().min(1).optional(),
    vendorStatus: z.union([z.int(), z.string()], { error: "the vendor's number or word" }).optional(),
    inUse: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: "nothing is to be changed" });

const listSchema = z.strictObject({ deleted: z.enum(["yes", "no"], { error: "yes or no" }).default("no") });

/** The oldest first; sorting keeps a vendor's order of what was filed in one moment. */
function byAge(one: SignatureView, other: SignatureView): number {
  return Date.parse(one.history[0]?.at ?? "") - Date.parse(other.history[0]?.at ?? "");
}

export function signatureRoutes(vendors: readonly Vendor[]): Hono<Environment> {
  const routes = new Hono<Environment>({ strict: false });

  routes.get("/", (request) => {
    const read = listSchema.safeParse(request.req.query());
    if (!read.success)
      throw new ControlError(400, "there is no such question", "ask with deleted=yes, or with nothing");
    if (read.data.deleted === "yes") return request.json(vendors.flatMap(({ store }) => store.deleted()));
    return request.json(vendors.flatMap(({ store }) => store.all().map((one) => store.view(one))).sort(byAge));
  });

  routes.post("/:vendor/:id/review", (request) => {
    const { store, signature } = findSignature(vendors, request);
    const { decision, reason } = readJson(request.env.body, reviewSchema, '{"decision":"reject","reason":"blurred"}');
    const status = store.status(signature);
    if (status !== "pending") {
      throw new ControlError(409, `it is not under review, it is ${status}`, "review one whose status is pending");
    }
    const obstacle = decision === "approve" ? store.words.mustReject?.(signature) : undefined;
    if (obstacle !== undefined) {
      throw new ControlError(409, `it cannot be approved: ${obstacle}`, "reject it, and have it filed again");
    }
    store.review(signature, decision, reason);
    return request.json(store.view(signature));
  });

  routes.post("/:vendor/:id/default", (request) => {
    const { store, signature } = findSignature(vendors, request);
    if (!store.words.hasDefault) {
      const fix = "a message names the signature that it is sent with; leave this call out";
      throw new ControlError(409, `${store.words.vendor} knows no default signature`, fix);
    }
    store.makeDefault(signature);
    return request.json(store.view(signature));
  });

  routes.patch("/:vendor/:id", (request) => {
    const { store, signature } = findSignature(vendors, request);
    const change = readJson(request.env.body, changeSchema, '{"text":"极光","vendorStatus":2,"inUse":true}');
    if (change.vendorStatus !== undefined && typeof change.vendorStatus !== typeof store.words.pending) {
      const kind = typeof store.words.pending;
      throw new ControlError(400, `vendorStatus: a ${kind} is wanted`, `this vendor's statuses are ${kind}s`);
    }
    store.change(signature, change);
    return request.json(store.view(signature));
  });

  routes.delete("/:vendor/:id", (request) => {
    const { store, signature } = findSignature(vendors, request);
    store.remove(signature, "deleted in the console");
    return request.json(store.view(signature));
  });

  return routes;
}
