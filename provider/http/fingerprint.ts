import { createHash } from "node:crypto";
import type { Endpoint } from "./endpoint";

/**
 * Tells accounts apart in a state without naming them: 12 hexadecimal characters.
 * @param key the public half of the credentials, the vendor's name for the account
 */
export function accountFingerprint(key: string, endpoint: Endpoint): string {
  return createHash("sha256").update(`${key}\n${endpoint.host}`).digest("hex").slice(0, 12);
}
