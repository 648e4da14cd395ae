import { UNKNOWN } from "../values";
import type { Value, Values } from "../values";

/*
 * Pulumi's property wire and the core's values, each in terms of the other. The strings are fixed by Pulumi's
 * protocol: https://pkg.go.dev/github.com/pulumi/pulumi/sdk/v3/go/common/resource
 */

const UNKNOWN_STRING = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
const ASSET_SIGNATURE = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE_SIGNATURE = "0def7320c3a5731c473e5ecbe6d01bc7";
export const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

/** The constant provider text, which travels with every resource. */
export const PROVIDER_KEY = "__provider";

export type Wire = { readonly [key: string]: unknown };

export function fromWire(properties: Wire): Values {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([key]) => key !== PROVIDER_KEY)
      .map(([key, value]) => [key, valueFromWire(value)]),
  );
}

function valueFromWire(value: unknown): Value {
  if (value === UNKNOWN_STRING) return UNKNOWN;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map(valueFromWire);
  if (typeof value !== "object") return undefined;
  const wire = value as Wire;
  switch (wire[SIGNATURE_KEY]) {
    case undefined:
      return Object.fromEntries(Object.entries(wire).map(([key, each]) => [key, valueFromWire(each)]));
    case ASSET_SIGNATURE:
      return assetFromWire(wire);
    case ARCHIVE_SIGNATURE:
      return { unsupported: "an archive" };
    case SECRET_SIGNATURE:
      return valueFromWire(wire["value"]);
    default:
      return { unsupported: "a value of an unknown kind" };
  }
}

/** An asset becomes a document by its hash; the state's assets carry nothing else. */
function assetFromWire(asset: Wire): Value {
  if (typeof asset["text"] === "string" && asset["text"] !== "") return { unsupported: "a StringAsset" };
  if (typeof asset["uri"] === "string" && asset["uri"] !== "") return { unsupported: "a RemoteAsset" };
  const { hash, path } = asset;
  if (hash === UNKNOWN_STRING || path === UNKNOWN_STRING || typeof hash !== "string") return UNKNOWN;
  return typeof path === "string" && path !== "" ? { sha256: hash, path } : { sha256: hash };
}

/**
 * Plain data for the engine. It fails on `undefined` and on anything but JSON only after the vendor was called,
 * so what is not data is left out here.
 */
export function toWire(value: unknown): unknown {
  if (value === UNKNOWN) return UNKNOWN_STRING;
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return Array.from(value, (each) => toWire(each) ?? null);
  if (typeof value !== "object") return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      const wire = toWire(each);
      return wire === undefined ? [] : [[key, wire]];
    }),
  );
}
