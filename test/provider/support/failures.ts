import type { Metadata, ServiceError } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import type { Wire } from "./wire";

/** A call that failed: as the engine sees it, nothing was made or changed. */
export class CallFailure extends Error {
  override readonly name = "CallFailure";

  constructor(
    message: string,
    /** Of gRPC, where it was called over it. */
    readonly code?: number,
  ) {
    super(message);
  }
}

/** A call that failed although the resource is there: the engine saves it, and calls update the next time. */
export class InitialisationFailure extends Error {
  override readonly name = "InitialisationFailure";

  constructor(
    readonly id: string,
    readonly properties: Wire,
    readonly reasons: readonly string[],
  ) {
    super(reasons.join("\n"));
  }
}

/** Inputs that check refused, all of them. */
export class CheckFailure extends Error {
  override readonly name = "CheckFailure";

  constructor(readonly failures: readonly { readonly property: string; readonly reason: string }[]) {
    super(failures.map(({ reason }) => reason).join("\n"));
  }
}

/** What the engine makes of an error of a plugin. */
export function failureOf(
  error: Pick<ServiceError, "code" | "details" | "metadata">,
): CallFailure | InitialisationFailure {
  const detail = initialisationIn(error.metadata);
  if (detail === undefined) return new CallFailure(error.details, error.code);
  return new InitialisationFailure(
    detail.getId(),
    detail.getProperties()?.toJavaScript() ?? {},
    detail.getReasonsList(),
  );
}

function initialisationIn(metadata: Metadata): ErrorResourceInitFailed | undefined {
  const [bytes] = metadata.get("grpc-status-details-bin");
  if (!Buffer.isBuffer(bytes)) return undefined;
  const [detail] = Status.deserializeBinary(bytes).getDetailsList();
  return (
    detail?.unpack((each) => ErrorResourceInitFailed.deserializeBinary(each), "pulumirpc.ErrorResourceInitFailed") ??
    undefined
  );
}

/** The error with which the promise ends, of the kind that is expected. */
export async function failing<Failure extends Error>(
  promise: Promise<unknown>,
  kind: abstract new (...args: never[]) => Failure,
): Promise<Failure> {
  let ended: unknown;
  try {
    ended = await promise;
  } catch (error) {
    if (error instanceof kind) return error;
    throw error;
  }
  throw new Error(`expected a ${kind.name}, and it ended well: ${JSON.stringify(ended)}`);
}
