import type { Line } from "../../../provider/engine/EngineLog";
import type { PluginResource } from "../../../provider/plugin/resources";

/** @param log takes each line
 *  @param resources in the place of the plugin's own */
declare function smsMethods(
  log: (line: Line) => void,
  resources?: ReadonlyMap<string, PluginResource>,
): {
  readonly call: (name: string, request: Buffer) => Promise<Buffer>;
  readonly end: () => void;
};
declare namespace smsMethods {
  const RESOURCES: ReadonlyMap<string, PluginResource>;
}
export = smsMethods;
