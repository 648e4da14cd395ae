import { PROVIDER_KEY } from "../engine/wire";
import { messageOf } from "../errors";
import type { Wire } from "../engine/wire";

/**
 * An Error as the SDK can carry it. It hangs on a thrown string or null, takes an `id` for an initialisation error,
 * and prints `code` and `details` in the message's place. A stack is printed beside the message by the methods that
 * show it, so there it is emptied.
 */
export function asError(thrown: unknown, showsStack: boolean): Error {
  const initialised = thrown instanceof InitialisationError;
  const error = initialised ? thrown : new Error(messageOf(thrown));
  if (showsStack) error.stack = "";
  return error;
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
