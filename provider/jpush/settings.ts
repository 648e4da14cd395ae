import { InvalidSettingError } from "../errors";
import { EXPLICIT, FILLED, settingOf, type Sources } from "../settings/sources";

/** How inputs are judged; known without any credentials. */
export interface CheckSettings {
  /** What a wrong check character of an identity number or a credit code is. */
  readonly numberChecks: "error" | "warning";
  /** The longest text of a signature, in characters. */
  readonly maxSignLength: number;
}

const DEFAULT_CHECK_SETTINGS: CheckSettings = { numberChecks: "error", maxSignLength: 8 };

/** Every setting that reaches the plugin, an explicit provider's marks among them. */
export const SETTINGS = [
  "jpush:appKey",
  "jpush:masterSecret",
  "jpush:endpoint",
  "jpush:insecureHttp",
  "jpush:numberChecks",
  "jpush:maxSignLength",
  "jpush:connectTimeout",
  "jpush:requestTimeout",
  "jpush:maxTries",
  "jpush:reviewFeed",
  EXPLICIT,
  FILLED,
] as const;

/**
 * Reads `jpush:numberChecks` and `jpush:maxSignLength`.
 * @throws InvalidSettingError
 */
export function parseCheckSettings(sources: Sources): CheckSettings {
  const numberChecks = settingOf(sources, "jpush:numberChecks") ?? DEFAULT_CHECK_SETTINGS.numberChecks;
  if (numberChecks !== "error" && numberChecks !== "warning") {
    throw new InvalidSettingError("jpush:numberChecks", 'it must be "error" or "warning"');
  }
  const length = settingOf(sources, "jpush:maxSignLength") ?? String(DEFAULT_CHECK_SETTINGS.maxSignLength);
  if (!/^\d{1,3}$/.test(length) || Number(length) < 2) {
    throw new InvalidSettingError("jpush:maxSignLength", "it must be a whole number from 2 to 999");
  }
  return { numberChecks, maxSignLength: Number(length) };
}
