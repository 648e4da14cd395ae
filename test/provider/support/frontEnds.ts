import { describe } from "mocha";
import { CLASSES } from "./classes";
import type { FrontEnd } from "./FrontEnd";
import { PLUGIN } from "./sms";
import { withStack, type Stack, type StackOptions } from "./Stack";

export const FRONT_ENDS: readonly FrontEnd[] = [CLASSES, PLUGIN];

export interface SuiteOfFrontEnd {
  readonly frontEnd: FrontEnd;
  /** A test that gets a stack of its own, with this front end. */
  readonly withStack: (test: (stack: Stack) => Promise<void>, options?: StackOptions) => () => Promise<void>;
}

/** A suite that holds for every front end. */
export function describeEach(title: string, suite: (over: SuiteOfFrontEnd) => void): void {
  for (const frontEnd of FRONT_ENDS) {
    describe(`${title}, with ${frontEnd.name}`, () =>
      suite({ frontEnd, withStack: (test, options) => withStack(test, { frontEnd, ...options }) }));
  }
}
