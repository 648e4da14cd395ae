import { join } from "node:path";
import { root } from "../hermetic";

/** Where everything that the CLI keeps for this project goes; git ignores it. */
export const projectFolder = join(root, ".pulumi-sms");

/** Where the README has `npx sms-emulator --port 4010` listen. */
export const emulatorUrl = "http://127.0.0.1:4010";

/** The sample pair of the vendor's documents, which the emulator takes. */
const appKey = "7d431e42dfa6a6d693ac2d04";
const masterSecret = "5e987ac6d2e04d95a9d8f0d1";

/** A stack's config for an emulator: `plain` and `secret` values. A new stack never begins with the real vendor. */
export function emulatorSettings(url: string): Record<"plain" | "secret", Record<string, string>> {
  return {
    plain: { "jpush:endpoint": url, "jpush:appKey": appKey },
    secret: { "jpush:masterSecret": masterSecret },
  };
}
