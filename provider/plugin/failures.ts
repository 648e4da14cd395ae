import * as grpc from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { messageOf } from "../errors";
import type { Wire } from "../engine/wire";
import { structOf } from "./structs";
import { inPluginsWords } from "./wording";

/** The resource exists and is saved, but the run fails: the engine shows the reason and calls update the next time. */
export class InitialisationError extends Error {
  constructor(
    readonly id: string,
    readonly properties: Wire,
    cause: Error,
  ) {
    super(cause.message);
  }
}

/** Whatever a method has thrown, as gRPC carries it to the engine. */
export function callFailure(thrown: unknown): Partial<grpc.StatusObject> {
  const details = inPluginsWords(messageOf(thrown));
  const code = grpc.status.UNKNOWN;
  if (!(thrown instanceof InitialisationError)) return { code, details };
  const detail = new ErrorResourceInitFailed()
    .setId(thrown.id)
    .setProperties(structOf(thrown.properties))
    .setReasonsList([details]);
  const any = new Any();
  any.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const status = new Status().setCode(code).setMessage(details);
  status.addDetails(any);
  const metadata = new grpc.Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  return { code, details, metadata };
}
