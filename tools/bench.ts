import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { version } from "@pulumi/pulumi/package.json";
import { format } from "prettier";
import { startEmulator } from "sms-emulator";
import { COMMAND_NAMES, CONTENDERS, runnable } from "./bench/contenders";
import type { Command, Contender } from "./bench/contenders";
import { measure } from "./bench/measure";
import type { Measured } from "./bench/measure";
import { POINTS } from "./bench/points";
import type { Point } from "./bench/points";
import { measureParts } from "./bench/parts";
import { RESULTS_FILE, savedResults } from "./bench/results";
import type { PointResults, Results } from "./bench/results";
import { figuresOf } from "./bench/summary";
import { benchTables } from "./bench/tables";
import { benchFiles } from "./generate/bench";
import { write } from "./generate/GeneratedFile";
import { cliVersion, root } from "./hermetic";
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
  const only: readonly string[] | undefined = options.only?.split(",");
  const plugin = mkdtempSync(join(tmpdir(), "pulumi-sms-plugin-"));
  try {
    await packPlugin(plugin);
    for (const point of points) {
      const contenders = runnable().filter((name) => (only ?? point.contenders)?.includes(name) ?? true);
      const measured = await rounds({ ...point, rounds: Number(options.rounds ?? point.rounds) }, contenders, plugin);
      await save({ ...savedResults(), [point.name]: measured });
    }
  } finally {
    rmSync(plugin, { recursive: true });
  }
}

async function save(results: Results): Promise<void> {
  const file = join(root, RESULTS_FILE);
  writeFileSync(file, await format(JSON.stringify(results), { parser: "json", printWidth: 120 }));
  write(benchFiles());
  for (const [name, table] of Object.entries(benchTables(results))) console.log(`\n${name}\n${table}`);
}

async function rounds(point: Point, contenders: readonly Contender[], plugin: string): Promise<PointResults> {
  const all = new Map<Contender, { readonly [command in Command]: Measured }[]>();
  for (let round = 1; round <= point.rounds; round++) {
    for (const contender of contenders) {
      // As many reviews at once as there are signatures: nobody waits for reviewers here.
      const emulator = await startEmulator({
        reviewsAtOnce: point.signatures,
        revision: point.documents === 1 ? "2018-11" : "2026-04",
      });
      try {
        const measured = await measure(contender, point, emulator, plugin);
        all.set(contender, [...(all.get(contender) ?? []), measured]);
        const told = COMMAND_NAMES.map((command) => `${command} ${measured[command].seconds.toFixed(2)}`);
        console.log(`${point.name}, round ${round}: ${CONTENDERS[contender]}: ${told.join(", ")} s`);
      } finally {
        await emulator.close();
      }
    }
  }
  return {
    measured: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.versions.node}, Pulumi ${cliVersion()}, @pulumi/pulumi ${version}`,
    parts: await measureParts(),
    contenders: Object.fromEntries(
      [...all].map(([contender, measured]) => [
        contender,
        Object.fromEntries(
          COMMAND_NAMES.map((command) => [command, figuresOf(measured.map((round) => round[command]))]),
        ),
      ]),
    ),
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
