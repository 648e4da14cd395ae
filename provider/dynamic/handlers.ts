import type { Memory } from "../memory";
import { handlerOf } from "./handler";

/** The handlers of one process, one for each resource type. Each loads its vendor with the first call, so that a run pays only for what it uses. */
export function handlersOf(memory: Memory) {
  return {
    jpushSmsSignature: handlerOf(async () => (await import("../jpush/resource.js")).jpushSmsSignature, memory),
    jpushSmsSignatureApproval: handlerOf(
      async () => (await import("../jpush/resource.js")).jpushSmsSignatureApproval,
      memory,
    ),
    huaweiSmsSignature: handlerOf(async () => (await import("../huawei/resource.js")).huaweiSmsSignature, memory),
    huaweiSmsSignatureApproval: handlerOf(
      async () => (await import("../huawei/resource.js")).huaweiSmsSignatureApproval,
      memory,
    ),
  };
}
