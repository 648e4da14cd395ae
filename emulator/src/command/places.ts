import { huaweiOptions } from "../huaweicloud/settings";
import { jpushOptions } from "../jpush/settings";

/** Settings of all vendors. */
const shared = ["port", "host", "data", "autoApprove", "strict"];

/** Where each option stands in the config file: `strict`, `jpush.apps`, `huaweicloud.accounts`. */
export const places: ReadonlyMap<string, string> = new Map([
  ...shared.map((option) => [option, option] as const),
  ...Object.keys(jpushOptions).flatMap((option) =>
    shared.includes(option) ? [] : [[option, `jpush.${option}`] as const],
  ),
  ...Object.keys(huaweiOptions).map((option) => [option, `huaweicloud.${withoutPrefix(option)}`] as const),
]);

/** The groups of the config file, one per vendor. */
export const groups: readonly string[] = ["jpush", "huaweicloud"];

/** In a group of its own a setting needs no `hw`. */
function withoutPrefix(option: string): string {
  return option.charAt(2).toLowerCase() + option.slice(3);
}
