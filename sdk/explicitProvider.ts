import * as pulumi from "@pulumi/pulumi";
import "./debugLog";

/** Settings of an explicit provider by their names; absent where not given. */
type Given = { readonly [setting: string]: pulumi.Input<string | number | boolean> | undefined };

/**
 * The inputs of an explicit provider: what the program gives, what it takes over from the program's configuration, and
 * the marks by which the plugin tells both from a stack's configuration. It gets nothing else.
 * @param credentials always its own; `secrets` of them are stored as such
 * @param inherited settings that are taken from the configuration where they are not given
 * @internal
 */
export function explicitProviderInputs(
  namespace: string,
  args: Given,
  {
    credentials,
    secrets,
    inherited,
  }: {
    readonly credentials: readonly string[];
    readonly secrets: readonly string[];
    readonly inherited: readonly string[];
  },
): pulumi.Inputs {
  const config = new pulumi.Config(namespace);
  const own = [...credentials, ...inherited].filter((setting) => args[setting] !== undefined);
  const filled = inherited.filter((setting) => args[setting] === undefined && config.get(setting) !== undefined);
  const valueOf = (setting: string) => {
    const text = pulumi.output(args[setting]).apply(String);
    return secrets.includes(setting) ? pulumi.secret(text) : text;
  };
  return {
    ...Object.fromEntries(own.map((setting) => [`${namespace}:${setting}`, valueOf(setting)])),
    ...Object.fromEntries(filled.map((setting) => [`${namespace}:${setting}`, config.get(setting)])),
    "pulumi-sms:explicit": "true",
    "pulumi-sms:filled": filled.map((setting) => `${namespace}:${setting}`).join(","),
  };
}
