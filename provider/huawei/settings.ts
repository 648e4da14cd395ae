import { huaweiProvider, namesWith } from "../../properties";
import type { OtherProviderError } from "../errors";
import { settingNames } from "../settings/names";
import { refuseOtherVendorsProvider } from "../settings/sources";
import type { Sources } from "../settings/sources";

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

/** Why an explicit provider cannot serve a Huawei Cloud signature; null where it can. */
export function refuseOtherProvider(sources: Sources): OtherProviderError | null {
  const { className } = huaweiProvider;
  return refuseOtherVendorsProvider(sources, { name: "Huawei Cloud", className, accounts: ACCOUNTS });
}

/** A region is enough: the same keys can open the project of another one. */
const ACCOUNTS = ["region", ...namesWith(huaweiProvider.settings, "account")].map((name) => `${NAMESPACE}:${name}`);
