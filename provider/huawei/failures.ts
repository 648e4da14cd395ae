import { InvalidSettingError, type SmsError } from "../errors";
import type { Memory } from "../memory";
import { errorOf, type Failure } from "../vendors/failures";
import type { HuaweiAccess } from "./access";
import { VENDOR } from "./answers";
import { credentialVariables, privateTextsOf } from "./credentials";
import { tokensInUse } from "./tokens";

/**
 * The error for a call that failed, free of what is private.
 * @param ifLost what to do where a change was not answered; null for what changes nothing
 */
export function errorAt(access: HuaweiAccess, failure: Failure, ifLost: string | null, memory: Memory): SmsError {
  const { credentials, endpoint, iam } = access;
  const isIam = !(iam instanceof InvalidSettingError) && failure.call.url.startsWith(`${iam.endpoint.url}/v3/`);
  return errorOf(failure, ifLost, {
    vendor: VENDOR,
    source: credentials.source,
    variables: {
      credentials: credentialVariables(credentials.way),
      endpoint: [isIam ? iam.endpoint.variable : endpoint.variable],
    },
    privateTexts: privateTextsAt(access, memory),
  });
}

/** The credentials, and the tokens that came for them. */
export function privateTextsAt({ credentials }: HuaweiAccess, memory: Memory): readonly string[] {
  return [...privateTextsOf(credentials), ...tokensInUse(memory)];
}
