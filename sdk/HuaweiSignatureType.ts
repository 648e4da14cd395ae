/**
 * What a signature is sent for.
 * @see https://support.huaweicloud.com/intl/en-us/api-msgsms/sms_05_0029.html
 */
export const HuaweiSignatureType = {
  VerificationCode: "VERIFY_CODE_TYPE",
  Notification: "NOTIFY_TYPE",
  /** On the Chinese site only. */
  Promotion: "PROMOTION_TYPE",
} as const;
export type HuaweiSignatureType = (typeof HuaweiSignatureType)[keyof typeof HuaweiSignatureType];
