import { PROVIDER_KEY } from "../engine/wire";
import { messageOf } from "../errors";
import type { Wire } from "../engine/wire";

/**
 * An Error as the SDK can carry it. It hangs on a thrown string or null, takes an `id` for an initialisation error,
 * and prints `code` and `details` in the message's place.
 * @param isPrinted whether the SDK prints `<error>: <stack>` before the engine shows the message
 */
export function asError(thrown: unknown, isPrinted: boolean): Error {
  const initialised = thrown instanceof InitialisationError;
  const error = initialised ? thrown : new Error(messageOf(thrown));
  if (!isPrinted) return error;
  // What is printed cannot be nothing, and stands apart from the resource.
  return Object.assign(error, { toString: () => "pulumi-sms", stack: "a call failed, and its error says why" });
}

/** The resource exists and is saved, but the run fails: the engine shows the reasons and calls update the next time. */
class InitialisationError extends Error {
  constructor(
    readonly id: string,
    readonly properties: Wire,
    readonly reasons: readonly string[],
  ) {
    super(reasons.join(" "));
  }
}

export function initialisationError(id: string, outs: Wire, inputs: Wire, failure: Error): Error {
  return new InitialisationError(id, { ...outs, [PROVIDER_KEY]: inputs[PROVIDER_KEY] }, [messageOf(failure)]);
}
