import * as pulumi from "@pulumi/pulumi";
import type { ProviderTable } from "../properties/property";
import { namesWith } from "../properties/property";
import { keepOutOfDebugLog } from "./debugLog";
import type { SettingReader } from "../provider/settings/faults";
import { refuseSettings } from "./refuse";

/** The plugin in which dynamic resources run; each explicit provider is a process of it. */
const PLUGIN = "pulumi-nodejs";

type Given = { readonly [setting: string]: pulumi.Input<string | number | boolean | undefined> };

/** What the explicit providers of every vendor are. */
export abstract class SmsProvider extends pulumi.ProviderResource {
  /** @internal */
  constructor(
    table: ProviderTable,
    readers: readonly SettingReader[],
    name: string,
    args: object,
    opts: pulumi.ResourceOptions | undefined,
  ) {
    keepOutOfDebugLog(`pulumi:providers:${PLUGIN}`);
    const inherited = inheritedBy(table);
    refuseSettings(table, readers, name, { ...args }, inherited);
    super(PLUGIN, name, settingsOf(table, { ...args }, inherited), opts);
  }
}

type Inherited = { readonly [setting: string]: string };

/** What stands in the program's configuration. What names an account is never taken from there: it may name another one. */
function inheritedBy({ namespace, settings }: ProviderTable): Inherited {
  const config = new pulumi.Config(namespace);
  return Object.fromEntries(
    Object.keys(settings).flatMap((setting) => {
      const text = settings[setting]?.account ? undefined : config.get(setting);
      return text === undefined ? [] : [[setting, text]];
    }),
  );
}

/**
 * What the program gives, what is taken over from the program's configuration, and the marks by which the plugin tells
 * both from a stack's configuration. The plugin gets nothing else.
 */
function settingsOf({ namespace, settings }: ProviderTable, args: Given, inherited: Inherited): pulumi.Inputs {
  const secrets = namesWith(settings, "secret");

  // An output can turn out to hold nothing: then the setting was not given.
  const valueOf = (setting: string) => {
    const text = pulumi
      .output(args[setting])
      .apply((value) => (value === undefined ? inherited[setting] : String(value)));
    return secrets.includes(setting) ? pulumi.secret(text) : text;
  };
  const named = Object.keys(settings).filter(
    (setting) => args[setting] !== undefined || inherited[setting] !== undefined,
  );
  const filled = pulumi
    .all(
      named
        .filter((setting) => inherited[setting] !== undefined)
        .map((setting) => pulumi.all([setting, args[setting]])),
    )
    .apply((all) =>
      all.flatMap(([setting, value]) => (value === undefined ? [`${namespace}:${setting}`] : [])).join(","),
    );
  return {
    ...Object.fromEntries(named.map((setting) => [`${namespace}:${setting}`, valueOf(setting)])),
    "pulumi-sms:explicit": "true",
    "pulumi-sms:filled": filled,
  };
}
