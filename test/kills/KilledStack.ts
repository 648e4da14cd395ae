import { expect } from "chai";
import { CallFailure, failing } from "../provider/support/failures";
import { localPlugin } from "../provider/support/localPlugin";
import type { PluginOptions } from "../provider/support/Plugin";
import { JPUSH_SAMPLE, type Sample } from "../provider/support/Sample";
import { withStack, type Stack } from "../provider/support/Stack";
import { mortalPlugin } from "./mortalPlugin";
import type { Moment } from "./positions";

/** A stack in which runs are killed. */
export async function withKilledStack(
  test: (stack: Stack) => Promise<void>,
  sample: Sample = JPUSH_SAMPLE,
): Promise<void> {
  await withStack(test, { sample })();
}

/** A run of its own, until it is killed at that moment of the nth such call. What the run would have saved is lost. */
export async function killed(
  stack: Stack,
  run: (stack: Stack) => Promise<unknown>,
  call: string,
  moment: Moment,
  nth = 1,
): Promise<void> {
  let reached = false;
  const plugin = (options: PluginOptions) => mortalPlugin({ call, moment, nth }, options, () => void (reached = true));
  await stack.nextRun({ plugin });
  await failing(run(stack), CallFailure);
  expect(reached, `the run was killed ${moment} ${call}`).to.equal(true);
  await stack.nextRun({ plugin: localPlugin });
}
