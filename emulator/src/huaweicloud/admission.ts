import type { Clock } from "../clock";
import { HuaweiError } from "./errors";
import type { HuaweiAccount, HuaweiSettings } from "./settings";
import {
  canonicalRequest,
  formatDate,
  parseAuthorization,
  parseDate,
  sign,
  type Authorization,
  type WireRequest,
} from "./signing";
import type { Tokens } from "./tokens";

/** How far a client's clock may be off, in real milliseconds. */
const skew = 15 * 60_000;

/** Whose credentials a request has. */
export interface Caller {
  domainName: string;
  /** Undefined for a token of the whole account. */
  project?: HuaweiAccount | undefined;
}

/** Who may call: a signature with access and secret key, or a token. */
export class Admission {
  constructor(
    private readonly settings: HuaweiSettings,
    private readonly tokens: Tokens,
    private readonly clock: Clock,
  ) {}

  identify(request: WireRequest): Caller {
    const authorization = request.header("authorization");
    if (authorization !== undefined) {
      const parsed = parseAuthorization(authorization);
      if (!parsed) throw refusal("the Authorization header is not SDK-HMAC-SHA256 Access=, SignedHeaders=, Signature=");
      const project = this.#verify(request, parsed);
      return { domainName: project.domainName, project };
    }
    const token = request.header("x-auth-token");
    if (!token) throw refusal("x-auth-token not found");
    return this.#redeem(token);
  }

  /** The project that the path names, which must be the caller's. */
  enter(request: WireRequest, projectId: string): HuaweiAccount {
    const { project } = this.identify(request);
    if (!project) throw new HuaweiError("MSGSMS.0003", "the token is not of a project");
    if (project.projectId !== projectId)
      throw new HuaweiError("MSGSMS.0003", "the credentials are not of the path's project");
    const named = request.header("x-project-id");
    if (named !== undefined && named !== projectId)
      throw new HuaweiError("MSGSMS.0003", "X-Project-Id is not the path's project");
    if (!this.settings.serviceOpened) throw new HuaweiError("MSGSMS.0013", "a setting of the emulator says so");
    return project;
  }

  #redeem(token: string): Caller {
    const issued = this.tokens.find(token);
    if (!issued) throw refusal("decrypt token fail");
    if (issued.expiresAt <= this.clock.now()) throw new HuaweiError("APIGW.0307");
    const project = this.settings.accounts.find(({ projectId }) => projectId === issued.projectId);
    return { domainName: issued.domainName, project };
  }

  #verify(request: WireRequest, { accessKey, signedHeaders, signature }: Authorization): HuaweiAccount {
    const account = this.settings.accounts.find((one) => one.accessKey === accessKey);
    if (!account) throw refusal("Get secretKey failed,ak:******,err:ak not exist");
    const date = request.header("x-sdk-date") ?? "";
    const time = parseDate(date);
    if (time === undefined || !signedHeaders.includes("x-sdk-date"))
      throw refusal("x-sdk-date is missing, malformed or not signed");
    // The emulator's own clock would refuse every client once it was advanced.
    const now = Date.now();
    if (Math.abs(now - time) > skew) {
      throw refusal(`signature expired, signature time:${date},server time:${formatDate(now)}`);
    }
    const canonical = canonicalOf(request, signedHeaders);
    if (sign(canonical, date, account.secretKey) !== signature.toLowerCase()) {
      throw refusal(`verify aksk signature fail, canonicalRequest:${canonical.replaceAll("\n", "|")}`);
    }
    if (request.header("x-security-token") !== account.securityToken)
      throw refusal("the security token is not that of the keys");
    return account;
  }
}

function canonicalOf(request: WireRequest, signedHeaders: readonly string[]): string {
  try {
    return canonicalRequest(request, signedHeaders);
  } catch {
    throw refusal("the path or the query is not validly encoded");
  }
}

function refusal(detail: string): HuaweiError {
  return new HuaweiError("APIGW.0301", detail);
}
