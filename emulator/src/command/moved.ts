import { flags } from "./flags";
import { places } from "./places";

/** Flags of former versions that were not named after their setting. */
const renamed = {
  app: "jpush.apps",
  "service-closed": "jpush.apps, serviceOpened",
  blacklisted: "jpush.apps, blacklisted",
  "allow-address": "jpush.apps, allowedAddresses",
  "blocked-word": "jpush.blockedWords",
  "hw-app": "huaweicloud.apps",
  "hw-http-status": "huaweicloud.httpStatuses",
};

/** Where in the config file the setting of a flag of former versions stands. */
const moved: ReadonlyMap<string, string> = new Map([
  ...[...places].map(([option, place]) => [option.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`), place] as const),
  ...Object.entries(renamed),
]);

/** A line for each flag of former versions. */
export function movedFlags(argv: readonly string[]): string[] {
  const lines = argv.flatMap((argument) => {
    const [, name = ""] = /^--([\w-]+)(?:=|$)/.exec(argument) ?? [];
    const place = name in flags ? undefined : moved.get(name);
    return place === undefined ? [] : `--${name}: moved to the config file as ${place}; see --config`;
  });
  return [...new Set(lines)];
}
