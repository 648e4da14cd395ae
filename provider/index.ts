import { handlerOf } from "./dynamic/handler";
import type { Handler } from "./dynamic/handler";
import { Memory } from "./memory";

/*
 * What the plugin process loads: one handler for each resource type. The names are in users' states and never change.
 * Each loads its vendor with the first call, so that a run pays only for what it uses.
 */

export type { Handler };

const memory = new Memory();

export const jpushSmsSignature: Handler = handlerOf(
  async () => (await import("./jpush/resource.js")).jpushSmsSignature,
  memory,
);
export const jpushSmsSignatureApproval: Handler = handlerOf(
  async () => (await import("./jpush/resource.js")).jpushSmsSignatureApproval,
  memory,
);
export const huaweiSmsSignature: Handler = handlerOf(
  async () => (await import("./huawei/resource.js")).huaweiSmsSignature,
  memory,
);
export const huaweiSmsSignatureApproval: Handler = handlerOf(
  async () => (await import("./huawei/resource.js")).huaweiSmsSignatureApproval,
  memory,
);
