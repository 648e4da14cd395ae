import type { HuaweiAccountOptions, HuaweiOptions } from "./huaweicloud/options";
import type { JPushAppOptions, JPushOptions } from "./jpush/options";

export type { HuaweiAccountOptions, JPushAppOptions };

/** What `startEmulator` takes; everything has a default. */
export interface EmulatorOptions extends JPushOptions, HuaweiOptions {
  /** TCP port to listen on, 0 to 65535. Default 0: a free one. */
  port?: number | undefined;
  /** Address to listen on. Default `127.0.0.1`. The control plane answers on the loopback only, whatever this is. */
  host?: string | undefined;
  /**
   * How long a review takes that is approved by itself, e.g. `500ms`, `2s`, `45m`, `24h` or `3d`, in real time or the
   * emulator's. Default: never; the control plane decides.
   */
  autoApprove?: string | undefined;
  /**
   * File that keeps signatures, documents, ids and the clock over restarts, of Huawei Cloud also files and tokens.
   * Default: memory only.
   */
  data?: string | undefined;
}
