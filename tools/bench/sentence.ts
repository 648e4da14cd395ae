import type { Command, Contender } from "./contenders";
import { median } from "./results";
import type { PointResults } from "./results";

/** The base point in one sentence for each README. */
export function summaries(base: PointResults): { readonly [file: string]: string } {
  const seconds = (contender: Contender, command: Command): string =>
    median(base.contenders[contender]?.[command]?.seconds ?? []).toFixed(1);
  const [up, refresh] = [seconds("classes", "up"), seconds("classes", "refresh")];
  const [emptyUp, emptyRefresh] = [seconds("sameInputs", "up"), seconds("sameInputs", "refresh")];
  return {
    "README.md":
      `100 signatures: \`up\` ${up} s, refresh ${refresh} s. 100 empty dynamic resources with the same inputs: ` +
      `${emptyUp} s and ${emptyRefresh} s ([figures](docs/figures.md)).`,
    "README.zh-CN.md":
      `100 个签名：\`up\` ${up} 秒，刷新 ${refresh} 秒。输入相同的 100 个空动态资源：` +
      `${emptyUp} 秒和 ${emptyRefresh} 秒（[性能数据](docs/figures.md)）。`,
  };
}
