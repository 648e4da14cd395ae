import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ControlPlane } from "../control/ControlPlane";
import { Pulumi, root } from "../hermetic";
import { emulatorSettings, emulatorUrl, projectFolder } from "../quickstart/settings";
import { startEmulatorProcess, type EmulatorProcess } from "./emulatorProcess";

/** What the story plays on: an emulator, and a fresh stack of the quickstart that speaks to it. */
export interface Stage {
  readonly emulator: EmulatorProcess;
  readonly control: ControlPlane;
  readonly pulumi: Pulumi;
  readonly stack: string;
  /** Takes everything down. Nothing of it may wait, since a signal can be the reason. */
  strike(): void;
}

/**
 * Sets the stage up: in a temporary folder; or, when it is to be kept, where `npm run pulumi` works, and with the
 * emulator on its usual port if that is free.
 * @param begun is given the way to take everything down before there is anything, for a signal that comes meanwhile
 */
export async function setStage(keep: boolean, begun: (strike: () => void) => void): Promise<Stage> {
  const folder = keep ? projectFolder : mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-demo-"));
  mkdirSync(folder, { recursive: true });
  // Its settings stand in a file of the project's root, so two demos at once need two names.
  const stack = keep ? "demo" : `demo-${process.pid}`;
  const pulumi = new Pulumi({ project: root, folder, stack });
  const log = join(folder, "emulator.log");
  let started: EmulatorProcess | undefined;
  const strike = (): void => {
    pulumi.reap();
    started?.stop();
    if (keep) return;
    rmSync(folder, { recursive: true, force: true });
    rmSync(join(root, `Pulumi.${stack}.yaml`), { force: true });
  };
  begun(strike);
  try {
    const emulator = await (keep
      ? startEmulatorProcess(Number(new URL(emulatorUrl).port), log).catch(() => startEmulatorProcess(0, log))
      : startEmulatorProcess(0, log));
    started = emulator;
    if (keep) await pulumi.run(["stack", "rm", stack, "--yes", "--force"]);
    await pulumi.init();
    const { plain, secret } = emulatorSettings(emulator.url);
    await pulumi.configure(plain);
    await pulumi.configure(secret, { secret: true });
    return { emulator, control: new ControlPlane(emulator.url), pulumi, stack, strike };
  } catch (error) {
    strike();
    throw error;
  }
}
