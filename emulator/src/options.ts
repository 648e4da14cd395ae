import { z } from "zod";
import { duration } from "./duration";
import { huaweiOptions } from "./huaweicloud/settings";
import { jpushOptions } from "./jpush/settings";
import { OptionError } from "./option-error";

const schema = z.strictObject({
  /** Default 0: a free one. */
  port: z.int().min(0).max(65_535).default(0),
  /** Address to listen on. Default `127.0.0.1`. The control plane answers on the loopback only, whatever this is. */
  host: z.string().min(1).default("127.0.0.1"),
  /** Approves what is so long under review, e.g. `2s`, in real time or the emulator's. Default: the control plane does. */
  autoApprove: duration.optional(),
  /** File that keeps the signatures over restarts. Default: none. */
  data: z.string().min(1).optional(),
  ...jpushOptions,
  ...huaweiOptions,
});

/** What `startEmulator` takes; everything has a default. */
export type EmulatorOptions = z.input<typeof schema>;

export type Settings = z.output<typeof schema>;

/** Fills the defaults in, or throws an `OptionError` that names every option at fault. */
export function readOptions(options: unknown): Settings {
  const result = schema.safeParse(options);
  if (result.success) return result.data;
  throw new OptionError(
    result.error.issues.map(({ path, message }) => ({ option: path.join("."), message })),
  );
}
