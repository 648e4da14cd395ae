import { OtherProviderError } from "../errors";

export type Config = { readonly [setting: string]: string | undefined };

/** Among a provider's inputs: they are an explicit provider's own, not the stack's config. */
export const EXPLICIT = "pulumi-sms:explicit";
/** Among an explicit provider's inputs: names, joined by commas, of those that it took over from the stack's config. */
export const FILLED = "pulumi-sms:filled";

/** The places in which a setting can stand, the strongest first. */
export interface Sources {
  readonly explicit: Config | null;
  readonly environment: Config;
  readonly config: Config;
}

/** A setting's value; empty or blank counts as not given. */
export function given(config: Config, setting: string): string | undefined {
  const text = config[setting]?.trim();
  return text === "" ? undefined : text;
}

/**
 * Tells a provider's own inputs from the stack's config. What an explicit provider took over from the config ranks as
 * config, behind the environment.
 */
export function sourcesOf(inputs: Config, environment: Config): Sources {
  if (inputs[EXPLICIT] !== "true") return { explicit: null, environment, config: inputs };
  const filled = new Set((inputs[FILLED] ?? "").split(","));
  const pick = (desired: boolean): Config =>
    Object.fromEntries(Object.entries(inputs).filter(([name]) => filled.has(name) === desired));
  return { explicit: pick(false), environment, config: pick(true) };
}

/**
 * Why these sources cannot serve a vendor's resource: an explicit provider without an account of the vendor's must not
 * fall through to the environment, whose account the program did not name. Null where there is no such provider.
 * @param accounts the settings that name an account of the vendor's or open one
 */
export function refuseOtherVendorsProvider(
  { explicit }: Sources,
  vendor: { readonly name: string; readonly className: string; readonly accounts: readonly string[] },
): OtherProviderError | null {
  if (explicit === null || vendor.accounts.some((setting) => given(explicit, setting) !== undefined)) return null;
  return new OtherProviderError(vendor.name, vendor.className);
}

/** A setting that the environment cannot give. */
export function settingOf({ explicit, config }: Sources, setting: string): string | undefined {
  return given(explicit ?? {}, setting) ?? given(config, setting);
}

export interface Place {
  /** As the user wrote it. */
  readonly name: string;
  readonly text: string;
}

/** Where a setting that the environment can give stands, and its value there. */
export function placeOf({ explicit, environment, config }: Sources, setting: string, variable: string): Place | null {
  const places = [
    { name: setting, text: given(explicit ?? {}, setting) },
    { name: variable, text: given(environment, variable) },
    { name: setting, text: given(config, setting) },
  ];
  return places.find((place): place is Place => place.text !== undefined) ?? null;
}
