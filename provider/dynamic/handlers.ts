import type { Memory } from "../memory";
import { handlerOf } from "./handler";

/** The handlers of one process, one for each resource type. Each loads its vendor with the first call, so that a run pays only for what it uses. */
export function handlersOf(memory: Memory) {
  return {
    jpushSmsSignature: handlerOf(() => jpush().jpushSmsSignature, memory),
    jpushSmsSignatureApproval: handlerOf(() => jpush().jpushSmsSignatureApproval, memory),
    huaweiSmsSignature: handlerOf(() => huawei().huaweiSmsSignature, memory),
    huaweiSmsSignatureApproval: handlerOf(() => huawei().huaweiSmsSignatureApproval, memory),
  };
}

const jpush = () => require("../jpush/resource") as typeof import("../jpush/resource");
const huawei = () => require("../huawei/resource") as typeof import("../huawei/resource");
