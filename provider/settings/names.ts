import type { ProviderTable } from "../../properties";
import { EXPLICIT, FILLED } from "./sources";

/** The full names of every setting that reaches the plugin, an explicit provider's marks among them. */
export function settingNames({ namespace, settings }: ProviderTable): readonly string[] {
  return [...Object.keys(settings).map((name) => `${namespace}:${name}`), EXPLICIT, FILLED];
}
