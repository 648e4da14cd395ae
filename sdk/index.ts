export type {
  DocumentByHash,
  DocumentById,
  DocumentInput,
  DocumentOrIdInput,
  DocumentOrIdOutput,
  DocumentOutput,
} from "./document";
export { HuaweiProvider } from "./HuaweiProvider";
export type { HuaweiProviderArgs } from "./HuaweiProvider";
export { HuaweiSignatureSource } from "./HuaweiSignatureSource";
export { HuaweiSignatureType } from "./HuaweiSignatureType";
export { HuaweiSmsSignature } from "./HuaweiSmsSignature";
export type { HuaweiSmsSignatureArgs } from "./HuaweiSmsSignature";
export { HuaweiSmsSignatureApproval } from "./HuaweiSmsSignatureApproval";
export type { HuaweiSmsSignatureApprovalArgs } from "./HuaweiSmsSignatureApproval";
export { JPushProvider } from "./JPushProvider";
export type { JPushProviderArgs } from "./JPushProvider";
export { JPushSignatureType } from "./JPushSignatureType";
export { JPushSignatureType2018 } from "./JPushSignatureType2018";
export { JPushSmsSignature } from "./JPushSmsSignature";
export type {
  JPushSmsSignatureArgs,
  JPushSmsSignatureArgs201803,
  JPushSmsSignatureArgs201811,
  JPushSmsSignatureArgs202604,
} from "./JPushSmsSignatureArgs";
export { JPushSmsSignatureApproval } from "./JPushSmsSignatureApproval";
export type { JPushSmsSignatureApprovalArgs } from "./JPushSmsSignatureApproval";
export type { SignatureBehaviour } from "./SignatureBehaviour";
export type { SignatureStatus } from "./SignatureStatus";
