import type { Handler } from "./dynamic/handler";
import { handlersOf } from "./dynamic/handlers";
import { endInOrder } from "./engine/interrupt";
import { Memory } from "./memory";

/*
 * What the plugin process loads: one handler for each resource type. The names are in users' states and never change.
 */

export type { Handler };

const memory = new Memory();
endInOrder(memory);
const handlers = handlersOf(memory);

export const jpushSmsSignature: Handler = handlers.jpushSmsSignature;
export const jpushSmsSignatureApproval: Handler = handlers.jpushSmsSignatureApproval;
export const huaweiSmsSignature: Handler = handlers.huaweiSmsSignature;
export const huaweiSmsSignatureApproval: Handler = handlers.huaweiSmsSignatureApproval;
