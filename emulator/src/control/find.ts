import type { Context } from "hono";
import type { Environment } from "../server/environment";
import type { Signature } from "../signatures/signature";
import type { SignatureStore } from "../signatures/store";
import type { Vendor } from "../vendor";
import { ControlError } from "./errors";

/** The signature that the path's `:vendor` and `:id` name. */
export function findSignature(
  vendors: readonly Vendor[],
  request: Context<Environment>,
): { store: SignatureStore; signature: Signature } {
  const { vendor: name = "", id = "" } = request.req.param();
  const vendor = vendors.find((one) => one.name === name);
  if (!vendor) {
    throw new ControlError(
      404,
      `there is no vendor ${name}`,
      `name one of ${vendors.map((one) => one.name).join(", ")}`,
    );
  }
  const signature = vendor.store.find(id);
  if (!signature) throw new ControlError(404, `${name} has no signature ${id}`, "GET /_emulator/signatures lists them");
  return { store: vendor.store, signature };
}
