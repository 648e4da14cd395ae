import { huaweiProvider, namesWith } from "../../properties";
import { InvalidSettingError } from "../errors";
import type { OtherProviderError } from "../errors";
import { connectionReaders } from "../settings/connection";
import type { SettingReader } from "../settings/faults";
import { settingNames } from "../settings/names";
import { placeOf, refuseOtherVendorsProvider, settingOf } from "../settings/sources";
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

/** Readers of every setting that can be wrong. */
export const SETTING_READERS: readonly SettingReader[] = [
  ...connectionReaders(NAMESPACE, ["endpoint", "iamEndpoint"]),
  givenRegion,
  (sources) => parseProjectId(settingOf(sources, `${NAMESPACE}:projectId`) ?? null),
];

/**
 * The service is known to be in two regions; another one is taken as it is, for there may be more some day.
 * @returns null where no region is given
 * @throws InvalidSettingError
 */
export function givenRegion(sources: Sources): string | null {
  const place = placeOf(sources, `${NAMESPACE}:region`, VARIABLES.region);
  if (place === null || /^[a-z]{2,}(-[a-z0-9]+)+$/.test(place.text)) return place?.text ?? null;
  throw new InvalidSettingError(
    place.name,
    "it is not the name of a region: give the one in which the service was opened, cn-north-4 or cn-south-1",
  );
}

/** @throws InvalidSettingError */
export function parseProjectId(id: string | null): string | null {
  if (id === null || /^[\w-]{1,64}$/.test(id)) return id;
  throw new InvalidSettingError(
    `${NAMESPACE}:projectId`,
    "it is no project's id: look it up in My Credentials > API Credentials, or leave it out, and it is looked up",
  );
}
