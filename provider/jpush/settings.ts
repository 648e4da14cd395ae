import { jpushProvider, namesWith } from "../../properties";
import { InvalidSettingError } from "../errors";
import type { OtherProviderError } from "../errors";
import { quoted, suggest } from "../nearest";
import { settingNames } from "../settings/names";
import { refuseOtherVendorsProvider, settingOf } from "../settings/sources";
import type { Sources } from "../settings/sources";

/** How inputs are validated; known without any credentials. */
export interface CheckSettings {
  /** What a wrong check character of an identity number or a credit code is. */
  readonly numberChecks: "error" | "warning";
  /** The longest text of a signature, in characters. */
  readonly maxSignLength: number;
}

/** Every setting that reaches the plugin, an explicit provider's marks among them. */
export const SETTINGS = settingNames(jpushProvider);

/** Why an explicit provider cannot serve a JPush signature; null where it can. */
export function refuseOtherProvider(sources: Sources): OtherProviderError | null {
  return refuseOtherVendorsProvider(sources, { name: "JPush", className: jpushProvider.className, accounts: ACCOUNTS });
}

const ACCOUNTS = namesWith(jpushProvider.settings, "account").map((name) => `jpush:${name}`);

const CHECKS = ["error", "warning"];

/**
 * Reads `jpush:numberChecks` and `jpush:maxSignLength`.
 * @throws InvalidSettingError
 */
export function parseCheckSettings(sources: Sources): CheckSettings {
  const { numberChecks: checks, maxSignLength } = jpushProvider.settings;
  const numberChecks = settingOf(sources, "jpush:numberChecks") ?? checks.default;
  if (numberChecks !== "error" && numberChecks !== "warning") {
    throw new InvalidSettingError(
      "jpush:numberChecks",
      suggest(numberChecks, CHECKS, 'it must be "error" or "warning"', quoted),
    );
  }
  const length = settingOf(sources, "jpush:maxSignLength") ?? String(maxSignLength.default);
  if (!/^\d{1,3}$/.test(length) || Number(length) < 2) {
    throw new InvalidSettingError("jpush:maxSignLength", "it must be a whole number from 2 to 999");
  }
  return { numberChecks, maxSignLength: Number(length) };
}
