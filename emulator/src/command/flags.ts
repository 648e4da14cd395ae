import type { EmulatorOptions } from "../emulator-options";

export interface Flag {
  /** The option that the flag sets; undefined where it sets none. */
  option?: keyof EmulatorOptions;
  /** How its value is written; undefined: it takes none. */
  value?: string;
  isNumber?: boolean;
  help: string;
}

/** Every flag of the command, in the order of `--help`. Every other setting stands in the config file. */
export const flags: Readonly<Record<string, Flag>> = {
  port: { option: "port", value: "PORT", isNumber: true, help: "port to listen on; default 0, a free one" },
  "app-key": { option: "appKey", value: "KEY", help: "JPush app key; default: the sample of its documents" },
  "master-secret": { option: "masterSecret", value: "SECRET", help: "its master secret; default: the sample's" },
  revision: { option: "revision", value: "REVISION", help: "JPush API: 2026-04 (default), 2018-11 or 2018-03" },
  "reviews-at-once": {
    option: "reviewsAtOnce",
    value: "COUNT",
    isNumber: true,
    help: "most under review per JPush app; default 1",
  },
  "auto-approve": { option: "autoApprove", value: "DURATION", help: "approve after this time, e.g. 2s; default never" },
  strict: { option: "strict", help: "refuse fields that the vendor does not document" },
  data: { option: "data", value: "FILE", help: "keep signatures in this file; default: in memory" },
  config: { value: "FILE", help: "JSON file with every other setting, see README.md" },
  help: { help: "print this" },
};

/** The flag that sets an option. */
export function flagOf(option: string): string | undefined {
  return Object.keys(flags).find((name) => flags[name]?.option === option);
}
