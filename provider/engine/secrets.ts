import { SECRET_SIGNATURE, SIGNATURE_KEY } from "./wire";
import type { Wire } from "./wire";

/** The value as the engine keeps it encrypted and shows it to nobody. */
export function secret(value: unknown): unknown {
  return isSecret(value) ? value : { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

/** Whether any part of the value is a secret. */
export function hasSecret(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isSecret(value) || Object.values(value).some(hasSecret);
}

/** The properties with these among them as secrets. */
export function withSecrets(properties: Wire, names: readonly string[]): Wire {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, names.includes(name) ? secret(value) : value]),
  );
}

function isSecret(value: unknown): boolean {
  return typeof value === "object" && value !== null && (value as Wire)[SIGNATURE_KEY] === SECRET_SIGNATURE;
}
