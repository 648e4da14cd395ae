import { approvalResource } from "../approval/approvalResource";
import { signatureResource } from "../signature/signatureResource";
import { huawei } from "./index";

export const huaweiSmsSignature = signatureResource(huawei);
export const huaweiSmsSignatureApproval = approvalResource(huawei);
