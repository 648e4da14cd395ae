import { sha256 } from "./signing";

/** 32 hexadecimal digits, the same for the same thing, so that a run can be repeated. */
export function made(of: string): string {
  return sha256(of).slice(0, 32);
}
