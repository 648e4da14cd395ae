import { InvalidSettingError } from "../errors";
import type { Request } from "../http/exchange";
import type { Runtime } from "../http/timing";
import type { Failure } from "../vendors/failures";
import type { HuaweiAccess } from "./access";
import type { AccessKeys } from "./credentials";
import { sdkDate, sign, UNSIGNED_PAYLOAD } from "./signing";
import { dropToken, tokenOf } from "./tokens";

/** What one request carries to be let in, beside its own headers. */
export type Authorized =
  | {
      /** For one try: a signature and its date do not outlive the pause before the next. */
      headers(): { readonly [name: string]: string };
      /** Forgets what it was let in with, where something newer can be had; false where there is nothing newer. */
      renew(): boolean;
    }
  /** Nothing to carry, for this call to IAM failed: the request itself cannot be sent. */
  | { readonly failed: Failure };

/**
 * Authorises a request in the way that the credentials are for.
 * @param projectId absent for IAM's own calls
 */
export async function authorize(
  request: Request,
  access: HuaweiAccess,
  projectId: string | null,
  runtime: Runtime,
): Promise<Authorized> {
  const { credentials, iam, limits } = access;
  const cannotRenew = () => false;
  switch (credentials.way) {
    case "keys":
      return {
        headers: () => signedHeaders(request, credentials, projectId, runtime.timing.now()),
        renew: cannotRenew,
      };
    case "token":
      return { headers: () => ({ "x-auth-token": credentials.token.reveal() }), renew: cannotRenew };
    case "login": {
      if (iam instanceof InvalidSettingError) throw iam;
      const { answer, ...sent } = await tokenOf(iam, credentials, limits, runtime);
      if (answer.kind !== "success") return { failed: { ...sent, answer } };
      const { token } = answer.value;
      return {
        headers: () => ({ "x-auth-token": token }),
        renew: () => {
          dropToken(iam, credentials, token, runtime.memory);
          return true;
        },
      };
    }
  }
}

function signedHeaders(
  { method, url: address, headers, body }: Request,
  { accessKey, secretKey, securityToken }: AccessKeys,
  projectId: string | null,
  now: number,
): { readonly [name: string]: string } {
  const url = new URL(address);
  const type = headers["content-type"];
  // The gateway does not hash a form, nor look at its boundary.
  const isForm = type?.startsWith("multipart/") ?? false;
  const own = {
    "x-sdk-date": sdkDate(now),
    ...(projectId === null ? {} : { "x-project-id": projectId }),
    ...(securityToken === null ? {} : { "x-security-token": securityToken.reveal() }),
    ...(isForm ? { "x-sdk-content-sha256": UNSIGNED_PAYLOAD } : {}),
  };
  const signed = { ...own, host: url.host, ...(type === undefined || isForm ? {} : { "content-type": type }) };
  const payload = isForm ? UNSIGNED_PAYLOAD : body;
  const { authorization } = sign(
    { method, url, headers: signed, ...(payload === undefined ? {} : { body: payload }) },
    accessKey,
    secretKey.reveal(),
  );
  return { ...own, authorization };
}
