import { after, before } from "mocha";
import { Program, type Files, type ProgramOptions } from "../../tools/hermetic";

export {
  CommandFailure,
  Program,
  type CommandResult,
  type Deployment,
  type Files,
  type ProgramOptions,
  type StateResource,
} from "../../tools/hermetic";
export type { ControlPlane, Fault, FiledSignature, VendorRequest } from "../../tools/control/ControlPlane";
export { anotherScan, sampleDocuments } from "./documents";
export { emulator, samplePair, type SuiteEmulator } from "./emulator";

/**
 * A Pulumi program with a stack of its own for the suite whose body calls this: made before the suite, removed after
 * it with every process that it left. A test that needs one for itself: `await new Program(files, options).create()`
 * and `remove()`.
 *
 * An `up` takes seconds, so the suite sets its own time-out.
 */
export function program(files: Files, options: ProgramOptions = {}): Program {
  const made = new Program(files, options);
  before(async () => {
    await made.create();
  });
  after(() => made.remove());
  return made;
}
