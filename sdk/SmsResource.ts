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
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      super(type, name, props, opts);
    } catch (error) {
      Error.stackTraceLimit = limit;
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    } finally {
      Error.stackTraceLimit = limit;
    }
    if (Object.values(opts.customTimeouts ?? {}).some((timeout) => timeout !== undefined))
      void pulumi.log.warn(UNHEARD_TIMEOUTS, this);
  }
}
