import { huaweiProvider, jpushProvider } from "../../properties";

/*
 * The core words its messages for programs that use the classes: there a setting is `jpush:appKey`, and an explicit
 * provider is an object of a class. Here both have other names.
 */

const SETTINGS = [jpushProvider, huaweiProvider]
  .map(({ namespace, settings }) => `${namespace}:(?:${Object.keys(settings).join("|")})`)
  .join("|");
const COMMAND = new RegExp(`(pulumi config set )(--secret )?(${SETTINGS})\\b`, "g");
const SETTING = new RegExp(`(?<![\\w.:])(${SETTINGS})\\b`, "g");
const PROVIDERS = [jpushProvider, huaweiProvider].map(({ className, namespace }) => ({
  made: new RegExp(`\`\\{ provider: new ${className}\\("name", (\\{[^}]*\\})\\) \\}\``, "g"),
  named: new RegExp(`\\ba ${className}\\b`, "g"),
  namespace,
}));

/** The message in the words of a program that uses the plugin. */
export function inPluginsWords(message: string): string {
  const settings = message
    .replace(COMMAND, (_, command: string, secret = "", name: string) => `${command}${secret}--path ${placed(name)}`)
    .replace(SETTING, placed);
  return PROVIDERS.reduce(
    (text, { made, named, namespace }) =>
      text
        .replace(made, `the resource option \`provider\`: an sms.Provider with \`{ ${namespace}: $1 }\``)
        .replace(named, `an sms.Provider with \`${namespace}\``),
    settings,
  );
}

/** `jpush:appKey` → `sms:jpush.appKey`. */
function placed(name: string): string {
  return `sms:${name.replace(":", ".")}`;
}
