import * as pulumi from "@pulumi/pulumi";
import type { ProviderTable } from "../properties/property";
import { namesWith } from "../properties/property";
import { keepOutOfDebugLog } from "./debugLog";
import { refuseUnknownSettings } from "./refuse";

/** The plugin in which dynamic resources run; each explicit provider is a process of it. */
const PLUGIN = "pulumi-nodejs";

type Given = { readonly [setting: string]: pulumi.Input<string | number | boolean | undefined> };

/** What the explicit providers of every vendor are. */
export abstract class SmsProvider extends pulumi.ProviderResource {
  /** @internal */
  constructor(table: ProviderTable, name: string, args: object, opts: pulumi.ResourceOptions | undefined) {
    keepOutOfDebugLog(`pulumi:providers:${PLUGIN}`);
    refuseUnknownSettings(`${table.className} ${name}`, { ...args }, Object.keys(table.settings));
    super(PLUGIN, name, settingsOf(table, { ...args }), opts);
  }
}

/**
 * What the program gives, what is taken over from the program's configuration, and the marks by which the plugin tells
 * both from a stack's configuration. The plugin gets nothing else.
 */
function settingsOf({ namespace, settings }: ProviderTable, args: Given): pulumi.Inputs {
  const config = new pulumi.Config(namespace);
  const secrets = namesWith(settings, "secret");
  // What names an account is never taken from the configuration, which may name another account.
  const inherited = Object.keys(settings).filter((setting) => !settings[setting]?.account);
  const fromConfig = (setting: string) => (inherited.includes(setting) ? config.get(setting) : undefined);

  // An output can turn out to hold nothing: then the setting was not given.
  const valueOf = (setting: string) => {
    const text = pulumi
      .output(args[setting])
      .apply((value) => (value === undefined ? fromConfig(setting) : String(value)));
    return secrets.includes(setting) ? pulumi.secret(text) : text;
  };
  const named = Object.keys(settings).filter(
    (setting) => args[setting] !== undefined || fromConfig(setting) !== undefined,
  );
  const filled = pulumi
    .all(
      named
        .filter((setting) => fromConfig(setting) !== undefined)
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
