export type {
  DocumentByHash,
  DocumentById,
  DocumentInput,
  DocumentOrIdInput,
  DocumentOrIdOutput,
  DocumentOutput,
  DocumentSource,
} from "./document";
export { HuaweiSignatureSource, HuaweiSignatureType } from "./generated/huawei";
export type { HuaweiProviderArgs, HuaweiSmsSignatureApprovalArgs, HuaweiSmsSignatureArgs } from "./generated/huawei";
export { JPushSignatureType, JPushSignatureType2018 } from "./generated/jpush";
export type {
  JPushProviderArgs,
  JPushSmsSignatureApprovalArgs,
  JPushSmsSignatureArgs,
  JPushSmsSignatureArgs201803,
  JPushSmsSignatureArgs201811,
  JPushSmsSignatureArgs202604,
} from "./generated/jpush";
export type { SignatureBehaviour, SignatureStatus } from "./generated/signature";
export { HuaweiProvider, HuaweiSmsSignature, HuaweiSmsSignatureApproval } from "./huawei";
export { JPushProvider, JPushSmsSignature, JPushSmsSignatureApproval } from "./jpush";
