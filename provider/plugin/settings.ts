import { huaweiProvider, jpushProvider, namesWith } from "../../properties";
import type { ProviderTable } from "../../properties";
import type { Environment } from "../context";
import type { Fault } from "../errors";
import { secret } from "../engine/secrets";
import { fromWire } from "../engine/wire";
import type { Wire } from "../engine/wire";
import { SETTING_READERS as HUAWEI_READERS } from "../huawei/settings";
import { SETTING_READERS as JPUSH_READERS } from "../jpush/settings";
import { noSuchName } from "../nearest";
import { settingFaults } from "../settings/faults";
import type { GivenSettings, SettingReader } from "../settings/faults";
import type { Config, Sources } from "../settings/sources";
import { isDefaultProvider } from "./urn";
import type { Value, Values } from "../values";
import { textOf, UNKNOWN } from "../values";

/*
 * The provider's config: an object for each vendor, whose keys are the settings' own. A stack's config and the SDKs of
 * most languages give such an object as one text in JSON.
 */

interface Vendor extends ProviderTable {
  readonly readers: readonly SettingReader[];
}

const VENDORS: readonly Vendor[] = [
  { ...jpushProvider, readers: JPUSH_READERS },
  { ...huaweiProvider, readers: HUAWEI_READERS },
];
const NAMES = VENDORS.map(({ namespace }) => namespace);

/** What the engine puts beside a program's own properties of a provider. */
const ENGINES_OWN = ["version", "pluginDownloadURL", "pluginChecksums", "parameterization"];

/** What is wrong with the config, by name; no value is ever told. */
export function configFaults(wire: Wire): readonly Fault[] {
  const config = ownOf(fromWire(wire));
  const strange = Object.keys(config).filter((name) => !NAMES.includes(name));
  return [
    ...strange.map((name) => ({ input: name, reason: noSuchName("setting", name, NAMES) })),
    ...VENDORS.flatMap((vendor) => vendorFaults(vendor, objectIn(config[vendor.namespace]))),
  ];
}

function vendorFaults({ namespace, settings, readers }: Vendor, given: Values | null): readonly Fault[] {
  if (given === null) {
    return [{ input: namespace, reason: "is no object of settings: set each with `pulumi config set --path`" }];
  }
  const named = Object.entries(given).flatMap(([name, value]): Fault[] => {
    const input = `${namespace}.${name}`;
    if (!Object.hasOwn(settings, name)) return [{ input, reason: noSuchName("setting", name, Object.keys(settings)) }];
    return isScalar(value)
      ? []
      : [{ input, reason: "is no text, number or boolean that can be carried: put it in quotes" }];
  });
  const unusable = settingFaults(namespace, readers, givenIn(given));
  return [...named, ...unusable.map(({ input, reason }) => ({ input: `${namespace}.${input}`, reason }))];
}

/** The config with everything in it encrypted that the property table calls a secret. */
export function withSecretSettings(wire: Wire): Wire {
  const marked = VENDORS.flatMap(({ namespace, settings }) => {
    const given = wire[namespace];
    const secrets = namesWith(settings, "secret").filter(
      (name) => objectIn(fromWire(wire)[namespace])?.[name] !== undefined,
    );
    if (secrets.length === 0) return [];
    // A text in JSON is one value.
    if (typeof given !== "object" || given === null) return [[namespace, secret(given)]];
    const settingsOf = given as Wire;
    const each = Object.entries(settingsOf).map(([name, value]) => [
      name,
      secrets.includes(name) ? secret(value) : value,
    ]);
    return [[namespace, Object.fromEntries(each)]];
  });
  return { ...wire, ...(Object.fromEntries(marked) as Wire) };
}

/** Where settings stand: what a program gives to a provider of its own is the strongest, a stack's config the weakest. */
export function sourcesOf(wire: Wire, urn: string, environment: Environment): Sources {
  const config = ownOf(fromWire(wire));
  const given: Config = Object.fromEntries(
    VENDORS.flatMap(({ namespace }) => Object.entries(configOf(namespace, objectIn(config[namespace]) ?? {}))),
  );
  return isDefaultProvider(urn)
    ? { explicit: null, environment, config: given }
    : { explicit: given, environment, config: {} };
}

/** The settings that are known, under the core's names. */
function configOf(namespace: string, given: Values): Config {
  return Object.fromEntries(
    Object.entries(givenIn(given)).flatMap(([name, text]) => (text === null ? [] : [[`${namespace}:${name}`, text]])),
  );
}

function givenIn(settings: Values): GivenSettings {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      isScalar(value) && value !== null && value !== undefined
        ? [[name, value === UNKNOWN ? null : textOf(value)]]
        : [],
    ),
  );
}

function ownOf(config: Values): Values {
  return Object.fromEntries(
    Object.entries(config).filter(([name]) => !ENGINES_OWN.includes(name) && !name.startsWith("__")),
  );
}

/** Null where the value is no object and no text of one. */
function objectIn(value: Value): Values | null {
  if (value === undefined || value === null || value === UNKNOWN) return {};
  const parsed = typeof value === "string" ? parse(value) : value;
  return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? (parsed as Values) : null;
}

function parse(text: string): Value {
  try {
    return fromWire({ value: JSON.parse(text) as unknown })["value"];
  } catch {
    return null;
  }
}

/** A number beyond these has lost digits on its way here. */
function isScalar(value: Value): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  return value === undefined || value === null || value === UNKNOWN || ["string", "boolean"].includes(typeof value);
}
