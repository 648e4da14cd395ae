import { approvalResource } from "../approval/approvalResource";
import { signatureResource } from "../signature/signatureResource";
import { jpush } from "./index";

export const jpushSmsSignature = signatureResource(jpush);
export const jpushSmsSignatureApproval = approvalResource(jpush);
