import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmulator } from "sms-emulator";
import { COMMAND_NAMES, CONTENDER_NAMES, CONTENDERS } from "./bench/contenders";
import type { Command, Contender } from "./bench/contenders";
import { measure } from "./bench/measure";
import type { Measured } from "./bench/measure";
import { POINTS } from "./bench/points";
import type { Point } from "./bench/points";
import { packPlugin } from "./plugin/pack";

/*
 * Measures signatures beside resources that do nothing and a provider that is written by hand, on the real CLI. The
 * contenders take turns, so that what else the machine does meets all of them alike.
 *
 * `npm run bench`: every point. `-- --quick`: the base point alone. `-- --point "500 signatures"`: that one alone;
 * `--rounds N` and `--only classes,handwritten` take less time.
 */

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    point: { type: "string" },
    rounds: { type: "string" },
    only: { type: "string" },
  },
});

async function main(): Promise<void> {
  const points = POINTS.filter(({ name }) => name === (options.quick ? "base" : (options.point ?? name)));
  if (points.length === 0)
    throw new Error(`There is no such point: there are ${POINTS.map(({ name }) => name).join(", ")}`);
  const contenders = CONTENDER_NAMES.filter((name) => options.only?.split(",").includes(name) ?? true);
  const plugin = mkdtempSync(join(tmpdir(), "pulumi-sms-plugin-"));
  try {
    await packPlugin(plugin);
    for (const point of points) {
      await rounds({ ...point, rounds: Number(options.rounds ?? point.rounds) }, contenders, plugin);
    }
  } finally {
    rmSync(plugin, { recursive: true });
  }
}

type Results = { [contender in Contender]?: { [command in Command]: Measured[] } };

async function rounds(point: Point, contenders: readonly Contender[], plugin: string): Promise<Results> {
  const results: Results = {};
  for (let round = 1; round <= point.rounds; round++) {
    for (const contender of contenders) {
      // As many reviews at once as there are signatures: nobody waits for reviewers here.
      const emulator = await startEmulator({ reviewsAtOnce: point.signatures });
      try {
        const measured = await measure(contender, point, emulator, plugin);
        const all = (results[contender] ??= { preview: [], up: [], "up again": [], refresh: [], destroy: [] });
        for (const command of COMMAND_NAMES) all[command].push(measured[command]);
        const told = COMMAND_NAMES.map((command) => `${command} ${measured[command].seconds.toFixed(2)}`);
        console.log(`${point.name}, round ${round}: ${CONTENDERS[contender]}: ${told.join(", ")} s`);
      } finally {
        await emulator.close();
      }
    }
  }
  return results;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
