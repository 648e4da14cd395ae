import { huaweiProvider } from "../../properties";
import { settingNames } from "../settings/names";

/** The namespace of Huawei Cloud's settings in the stack's config. */
export const NAMESPACE = huaweiProvider.namespace;

/** Every setting that reaches the plugin, an explicit provider's marks among them. */
export const SETTINGS = settingNames(huaweiProvider);

type Named = {
  [name in keyof typeof huaweiProvider.settings]: (typeof huaweiProvider.settings)[name] extends {
    readonly variable: string;
  }
    ? name
    : never;
}[keyof typeof huaweiProvider.settings];

/** The environment's variable for each setting that it can give. */
export const VARIABLES = Object.fromEntries(
  Object.entries(huaweiProvider.settings).flatMap(([name, setting]) =>
    "variable" in setting ? [[name, setting.variable]] : [],
  ),
) as { readonly [name in Named]: string };
