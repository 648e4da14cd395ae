import * as pulumi from "@pulumi/pulumi";
import { keepOutOfDebugLog } from "./debugLog";

const UNHEARD_TIMEOUTS =
  "customTimeouts has no effect here: Pulumi does not hand it to dynamic resources. What counts is the input timeout of an approval gate, and the settings connectTimeout and requestTimeout of a provider.";

/** What every resource of this package is. */
export abstract class SmsResource extends pulumi.CustomResource {
  /** @internal */
  constructor(type: string, name: string, props: pulumi.Inputs, opts: pulumi.CustomResourceOptions) {
    keepOutOfDebugLog(type);
    // The SDK notes the stack of each of the four promises of each property, mapped to its sources: for a resource of
    // thirty properties that is a third of the program's time. Where the resource was made, it finds out by itself.
    const stacks: Stacks = Error;
    const { stackTraceLimit, prepareStackTrace } = stacks;
    stacks.stackTraceLimit = 0;
    stacks.prepareStackTrace = withoutOwnFrames(prepareStackTrace);
    const restore = (): void => void Object.assign(stacks, { stackTraceLimit, prepareStackTrace });
    try {
      super(type, name, props, opts);
    } catch (error) {
      restore();
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    } finally {
      restore();
    }
    if (Object.values(opts.customTimeouts ?? {}).some((timeout) => timeout !== undefined))
      void pulumi.log.warn(UNHEARD_TIMEOUTS, this);
  }
}

type Prepare = (error: Error, frames: NodeJS.CallSite[]) => unknown;

interface Stacks {
  stackTraceLimit: number;
  prepareStackTrace?: Prepare | undefined;
}

/**
 * The place where a resource was made, and the way there, stand in the state. The SDK leaves out one constructor, which
 * is the one above; those of the classes that extend it are left out here, so that the place is the program's own.
 */
function withoutOwnFrames(prepare: Prepare | undefined): Prepare {
  return (error, frames) => {
    const others = frames.filter((frame) => {
      const file = frame.getFileName() ?? "";
      return file === __filename || !file.startsWith(__dirname);
    });
    return prepare?.(error, others) ?? [error, ...others].map(String).join("\n    at ");
  };
}
