import type { SmsError } from "../errors";
import { errorOf, type Failure } from "../http/failures";
import type { Memory } from "../memory";
import type { HuaweiAccess } from "./access";
import { VENDOR } from "./answers";
import { environmentOf, privatesOf } from "./credentials";
import { tokensInUse } from "./tokens";

/** The error for a call that failed, free of what is private. */
export function errorAt(
  { credentials }: Pick<HuaweiAccess, "credentials">,
  failure: Failure,
  changes: boolean,
  memory: Memory,
): SmsError {
  return errorOf(failure, changes, {
    vendor: VENDOR,
    source: credentials.source,
    environment: environmentOf(credentials.way),
    privates: privatesAt(credentials, memory),
  });
}

/** The credentials, and the tokens that came for them. */
export function privatesAt(credentials: HuaweiAccess["credentials"], memory: Memory): readonly string[] {
  return [...privatesOf(credentials), ...tokensInUse(memory)];
}
