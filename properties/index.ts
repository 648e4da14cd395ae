export * from "./huawei";
export * from "./jpush";
export * from "./property";
export { signatureBehaviour, signatureOutputs } from "./signature";
