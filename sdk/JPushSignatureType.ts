/**
 * What a signature names, as revision 2026-04 of JPush's API knows it; it decides which document is needed.
 * @see https://docs.jiguang.cn/en/jsms/server/rest_api_jsms_sign
 */
export const JPushSignatureType = {
  /** A company's name: `businessLicenseImage` is needed. */
  Company: 1,
  /** A brand or trademark: `trademarkImage` is needed. */
  Brand: 6,
  /** Anything else: `thirdPartyAuthImage` is needed. */
  Other: 7,
} as const;
export type JPushSignatureType = (typeof JPushSignatureType)[keyof typeof JPushSignatureType];
