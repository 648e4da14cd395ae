/**
 * What a signature names, as Huawei Cloud knows it; it decides what proves the right to it.
 * @see https://support.huaweicloud.com/intl/en-us/api-msgsms/sms_05_0029.html
 */
export const HuaweiSignatureSource = {
  /** An enterprise or a public institution. */
  Enterprise: 0,
  /** @deprecated discarded by Huawei Cloud, though still documented */
  Website: 1,
  /** An app: `sourceProof` (screenshot of its ICP filing) and `licenseNumber` are needed. */
  App: 2,
  /** @deprecated discarded by Huawei Cloud, though still documented */
  Applet: 3,
  /** @deprecated discarded by Huawei Cloud, though still documented */
  Shop: 4,
  /** A trademark: `sourceProof` (its certificate) and `registrationNumber` are needed. */
  Trademark: 5,
} as const;
export type HuaweiSignatureSource = (typeof HuaweiSignatureSource)[keyof typeof HuaweiSignatureSource];
