import type { SmsError } from "../errors";
import { errorOf, type Failure } from "../vendors/failures";
import type { JPushAccess } from "./access";
import { VENDOR } from "./answers";
import { basicToken } from "./client";
import { CREDENTIAL_VARIABLES } from "./credentials";

/**
 * The error for a call that failed, free of what is private.
 * @param ifLost what to do where a change was not answered; null for what changes nothing
 * @param privateTexts what must not come back in it, beside the credentials
 */
export function errorAt(
  access: JPushAccess,
  failure: Failure,
  ifLost: string | null,
  privateTexts: readonly string[],
): SmsError {
  return errorOf(failure, ifLost, {
    vendor: VENDOR,
    source: access.source,
    variables: { credentials: CREDENTIAL_VARIABLES, endpoint: [access.endpoint.variable] },
    privateTexts: [...privateTextsOf(access), ...privateTexts],
  });
}

export function privateTextsOf(access: JPushAccess): readonly string[] {
  return [access.masterSecret.reveal(), basicToken(access)];
}
