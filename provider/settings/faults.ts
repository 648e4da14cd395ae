import { InvalidSettingError } from "../errors";
import type { Fault } from "../errors";
import type { Sources } from "./sources";

/**
 * Reads one setting by itself.
 * @throws InvalidSettingError where the setting is given and cannot be used
 */
export type SettingReader = (sources: Sources) => unknown;

/** The settings that one place gives, by their names without the namespace; null where a value is not known yet. */
export type GivenSettings = { readonly [setting: string]: string | null };

/** What is wrong with each setting that is given, by its name: all at once, and before a call needs it. */
export function settingFaults(
  namespace: string,
  readers: readonly SettingReader[],
  given: GivenSettings,
): readonly Fault[] {
  const texts = { ...given };
  // Whether an endpoint may be http is then not known either.
  if (texts["insecureHttp"] === null) texts["insecureHttp"] = "true";
  const config = Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text === null ? [] : [[`${namespace}:${name}`, text]])),
  );
  const sources: Sources = { explicit: null, environment: {}, config };
  return readers.flatMap((read) => {
    try {
      read(sources);
      return [];
    } catch (error) {
      if (!(error instanceof InvalidSettingError)) throw error;
      return [{ input: error.setting.slice(namespace.length + 1), reason: error.reason }];
    }
  });
}
