import { after, before, beforeEach } from "mocha";
import { startEmulator, type Emulator, type EmulatorOptions } from "sms-emulator";
import { ControlPlane } from "../../tools/control/ControlPlane";

/** The pair of the vendor's documents, which an emulator takes by default. */
export const samplePair = { appKey: "7d431e42dfa6a6d693ac2d04", masterSecret: "5e987ac6d2e04d95a9d8f0d1" };

/** An emulator for one suite; what it has is there once the suite's tests run. */
export interface SuiteEmulator {
  readonly url: string;
  /** Looks at it and plays the reviewer, from outside. */
  readonly control: ControlPlane;
  /** The variables that lead a program to it. */
  readonly environment: Record<string, string>;
}

/**
 * An emulator on a free port for the suite whose body calls this. It is as new before each test, unless `kept` says
 * that the suite's tests build on one another, and it stops after the suite.
 */
export function emulator({ kept = false, ...options }: EmulatorOptions & { kept?: boolean } = {}): SuiteEmulator {
  let running: Emulator | undefined;
  const url = (): string => {
    if (!running) throw new Error("The emulator runs only while the suite's hooks and tests do");
    return running.url;
  };
  before(async () => {
    running = await startEmulator({ strict: true, ...options });
  });
  beforeEach(async () => {
    if (!kept) await running?.reset();
  });
  after(async () => {
    await running?.close();
  });
  return {
    get url() {
      return url();
    },
    get control() {
      return new ControlPlane(url());
    },
    get environment() {
      const { appKey = samplePair.appKey, masterSecret = samplePair.masterSecret } = options;
      return { JPUSH_ENDPOINT: url(), JPUSH_APP_KEY: appKey, JPUSH_MASTER_SECRET: masterSecret };
    },
  };
}
