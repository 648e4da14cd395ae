import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Wire } from "../engine/wire";

/** Properties as gRPC carries them. */
export function structOf(properties: Wire): Struct {
  return Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]);
}

export function wireOf(struct: Struct | undefined): Wire {
  return struct?.toJavaScript() ?? {};
}
