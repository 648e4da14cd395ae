import { expect } from "chai";
import { CallFailure, failing } from "../provider/support/failures";
import type { PluginOptions } from "../provider/support/Plugin";
import type { Stack } from "../provider/support/Stack";
import { mortalPlugin } from "./mortalPlugin";
import type { Moment } from "./positions";

/** A run of its own, until it is killed at that moment of the nth such call. What the run would have saved is lost. */
export async function killed(
  stack: Stack,
  run: (stack: Stack) => Promise<unknown>,
  call: string,
  moment: Moment,
  nth = 1,
): Promise<void> {
  let reached = false;
  const { frontEnd } = stack;
  const plugin = (options: PluginOptions) =>
    mortalPlugin(frontEnd, { call, moment, nth }, options, () => void (reached = true));
  await stack.nextRun({ plugin });
  await failing(run(stack), CallFailure);
  expect(reached, `the run was killed ${moment} ${call}`).to.equal(true);
  await stack.nextRun({ plugin: frontEnd.local });
}
