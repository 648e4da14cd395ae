/**
 * What a signature names, as revision 2018-11 of JPush's API knows it. Each asks for the scan of what proves the right
 * to the name.
 * @see https://docs.jiguang.cn/jsms/server/rest_api_jsms_sign
 */
export const JPushSignatureType2018 = {
  /** A company's name, in full or short. */
  Company: 1,
  /** The name of a website that is filed with the ministry. */
  Website: 2,
  /** The name of an app. */
  App: 3,
  /** The name of a WeChat account or mini-program. */
  WeChat: 4,
  /** The name of a shop on a trading platform. */
  Shop: 5,
  /** A registered trademark. */
  Trademark: 6,
  /** Anything else. */
  Other: 7,
} as const;
export type JPushSignatureType2018 = (typeof JPushSignatureType2018)[keyof typeof JPushSignatureType2018];
