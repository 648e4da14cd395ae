import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Properties as the engine sends them. */
export type Wire = Record<string, unknown>;

/** What the engine sends for a value that a preview does not know. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const ASSET = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** A FileAsset, whose hash the engine has computed. */
export function fileAsset(folder: string, path: string): Wire {
  return { [SIGNATURE]: ASSET, path, hash: sha256(readFileSync(join(folder, path))) };
}

export function stringAsset(text: string): Wire {
  return { [SIGNATURE]: ASSET, text, hash: sha256(text) };
}

export function remoteAsset(uri: string): Wire {
  return { [SIGNATURE]: ASSET, uri, hash: sha256(uri) };
}

export function fileArchive(path: string): Wire {
  return { [SIGNATURE]: ARCHIVE, path, hash: sha256(path) };
}

export function secret(value: unknown): Wire {
  return { [SIGNATURE]: SECRET, value };
}

export function isSecret(value: unknown): value is { readonly value: unknown } {
  return typeof value === "object" && value !== null && (value as Wire)[SIGNATURE] === SECRET;
}

/** The value, which a front end that the engine sends secrets to has as one. */
export function revealed(value: unknown): unknown {
  return isSecret(value) ? value.value : value;
}

/** The properties with what their secrets hold. */
export function withoutSecrecy(properties: Wire): Wire {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, revealed(value)]));
}

/** Assets without what they are of: all that diff, read, delete and an update's olds get. */
export function elided(properties: Wire): Wire {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, elide(value)]));
}

function elide(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(elide);
  if (typeof value !== "object" || value === null) return value;
  const object = value as Wire;
  if (isSecret(value)) return secret(elide(value.value));
  if (SIGNATURE in object) return { [SIGNATURE]: object[SIGNATURE], hash: object["hash"] };
  return elided(object);
}
