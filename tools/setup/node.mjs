import { SetupError } from "./SetupError.mjs";
import { atLeast } from "./versions.mjs";

// The engines field of package.json says the same; npm only warns about it.
const minimum = "20.19.0";

export function requireNode(version) {
  if (!atLeast(version, minimum)) {
    throw new SetupError(`Node ${minimum} or newer is needed, this is ${version}. Newer ones: https://nodejs.org/`);
  }
}
