import type { SmsError } from "../errors";
import { errorOf, type Failure } from "../http/failures";
import type { JPushAccess } from "./access";
import { VENDOR } from "./answers";
import { basicToken } from "./client";

/**
 * The error for a call that failed, free of what is private.
 * @param privateTexts what must not come back in it, beside the credentials
 */
export function errorAt(
  access: JPushAccess,
  failure: Failure,
  changes: boolean,
  privateTexts: readonly string[],
): SmsError {
  return errorOf(failure, changes, {
    vendor: VENDOR,
    source: access.source,
    environment: ["JPUSH_APP_KEY", "JPUSH_MASTER_SECRET"],
    privates: [...privatesOf(access), ...privateTexts],
  });
}

export function privatesOf(access: JPushAccess): readonly string[] {
  return [access.masterSecret.reveal(), basicToken(access)];
}
