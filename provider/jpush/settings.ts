import { jpushProvider, namesWith } from "../../properties";
import { InvalidSettingError } from "../errors";
import type { OtherProviderError } from "../errors";
import { quoted, suggest } from "../nearest";
import { connectionReaders } from "../settings/connection";
import type { SettingReader } from "../settings/faults";
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

/**
 * Reads `jpush:numberChecks` and `jpush:maxSignLength`.
 * @throws InvalidSettingError
 */
export function parseCheckSettings(sources: Sources): CheckSettings {
  return { numberChecks: numberChecksOf(sources), maxSignLength: maxSignLengthOf(sources) };
}

/** Readers of every setting that can be wrong. */
export const SETTING_READERS: readonly SettingReader[] = [
  ...connectionReaders(jpushProvider.namespace, ["endpoint"]),
  numberChecksOf,
  maxSignLengthOf,
];

function numberChecksOf(sources: Sources): CheckSettings["numberChecks"] {
  const text = settingOf(sources, "jpush:numberChecks") ?? jpushProvider.settings.numberChecks.default;
  if (text === "error" || text === "warning") return text;
  throw new InvalidSettingError(
    "jpush:numberChecks",
    suggest(text, ["error", "warning"], 'it must be "error" or "warning"', quoted),
  );
}

function maxSignLengthOf(sources: Sources): number {
  const text = settingOf(sources, "jpush:maxSignLength") ?? String(jpushProvider.settings.maxSignLength.default);
  if (/^\d{1,3}$/.test(text) && Number(text) >= 2) return Number(text);
  throw new InvalidSettingError("jpush:maxSignLength", "it must be a whole number from 2 to 999");
}
