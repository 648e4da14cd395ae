/** The app that is called back. */
export interface AppOptions {
  /** The app's key. */
  readonly appKey: string;
  /** The app's master secret, which JPush signs its callbacks with. */
  readonly masterSecret: string;
  /** The API's address, as the program has it: it is part of the account's fingerprint. @default "https://api.sms.jpush.cn" */
  readonly endpoint?: string;
  /** `true` lets an endpoint off the loopback be http. @default false */
  readonly insecureHttp?: boolean;
}
