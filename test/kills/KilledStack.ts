import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { CallFailure, failing } from "../provider/support/failures";
import { JPUSH_SAMPLE, type Sample } from "../provider/support/Sample";
import { Stack } from "../provider/support/Stack";
import type { Moment } from "./positions";

/** For NODE_OPTIONS. */
export const PRELOAD = `--require ${JSON.stringify(join(__dirname, "preload.js"))}`;

/** A stack whose plugin processes can be told when to end. */
export async function withKilledStack(
  test: (stack: Stack) => Promise<void>,
  sample: Sample = JPUSH_SAMPLE,
): Promise<void> {
  const stack = await Stack.make({ sample, environment: { NODE_OPTIONS: PRELOAD } });
  try {
    await test(stack);
  } finally {
    await stack.close();
  }
}

/** Runs until the process is killed at that moment of the nth such call. What the run would have saved is lost. */
export async function killed(
  stack: Stack,
  run: (stack: Stack) => Promise<unknown>,
  call: string,
  moment: Moment,
  nth = 1,
): Promise<void> {
  await stack.folder.write("kill-at", JSON.stringify({ call, nth, moment, ends: "plugin" }));
  await failing(run(stack), CallFailure);
  expect(existsSync(join(stack.folder.path, "killed")), `the run was killed ${moment} ${call}`).to.equal(true);
  await stack.folder.remove("killed");
  await stack.nextRun();
}
