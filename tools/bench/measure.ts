import { statSync } from "node:fs";
import { join } from "node:path";
import type { Emulator } from "sms-emulator";
import { Program } from "../hermetic";
import type { Files } from "../hermetic";
import { COMMANDS } from "./contenders";
import type { Command, Contender } from "./contenders";
import { programOf } from "./contenders";
import { image } from "./image";
import type { Point } from "./points";
import { ProcessWatch } from "./ProcessWatch";
import type { Role, Usage } from "./ProcessWatch";
import { Traffic } from "./Traffic";
import type { Counts } from "./Traffic";

/** What one command of one contender took. */
export interface Measured extends Counts {
  readonly seconds: number;
  readonly processes: { readonly [role in Role]?: Usage };
  /** Of the state on the disk, after the command. */
  readonly stateBytes: number;
}

/** Runs every command once, on a stack of its own. */
export async function measure(
  contender: Contender,
  point: Point,
  emulator: Emulator,
  plugin: string,
): Promise<{ readonly [command in Command]: Measured }> {
  await emulator.reset();
  if (point.latencyMs > 0) await setLatency(emulator, point.latencyMs);
  const names = Array.from({ length: point.documents }, (_, position) => `document${position}.png`);
  const scans: Files = Object.fromEntries(names.map((name) => [name, image(point.documentBytes, name)]));
  const program = await new Program(
    { ...programOf(contender, point, names, plugin), ...scans },
    {
      environment: {
        ...emulator.environment,
        BENCH_COUNT: String(point.signatures),
        BENCH_DOCUMENTS: names.join(","),
        // As a user has it: nothing of what makes the tests faster.
        NODE_OPTIONS: "",
        PULUMI_LANGUAGE_NODEJS_RUN_PATH: require.resolve("@pulumi/pulumi/cmd/run"),
      },
      settings: `plugins: { providers: [{ name: sms, path: ${JSON.stringify(plugin)} }] }`,
      limitMs: 600_000,
    },
  ).create();
  try {
    const results: { [command: string]: Measured } = {};
    for (const [command, args] of Object.entries(COMMANDS)) results[command] = await timed(program, args, emulator);
    return results as { [command in Command]: Measured };
  } finally {
    program.remove();
  }
}

async function timed(program: Program, args: readonly string[], emulator: Emulator): Promise<Measured> {
  const traffic = new Traffic(emulator.url);
  const start = process.hrtime.bigint();
  const running = program.pulumi.start(args);
  const watch = new ProcessWatch(running.process.pid ?? 0);
  const { code, output } = await running.finished;
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const processes = watch.end();
  const counts = traffic.end();
  if (code !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${code}:\n${output}`);
  const state = join(program.keptFolder, "state", ".pulumi", "stacks", "program", "dev.json");
  return { seconds, processes, ...counts, stateBytes: statSync(state).size };
}

async function setLatency(emulator: Emulator, ms: number): Promise<void> {
  const faults = [{ kind: "delay", ms }];
  const answer = await fetch(`${emulator.url}/_emulator/faults`, { method: "PUT", body: JSON.stringify(faults) });
  if (!answer.ok) throw new Error(`The emulator takes no latency: ${await answer.text()}`);
}
