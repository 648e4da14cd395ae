import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { preloading } from "../../tools/hermetic";
import type { Program } from "../support";
import type { Moment } from "./positions";

/** Which processes end; the plugin alone, then the engine fails by itself. */
export type Victims = "the plugin" | "the engine" | "both";

/** Runs a command until a moment at which its processes are killed. */
export async function killed(
  app: Program,
  command: "up" | "destroy",
  call: string,
  moment: Moment,
  victims: Victims,
): Promise<void> {
  const position = join(app.folder, "kill-at");
  writeFileSync(position, JSON.stringify({ call, moment, ends: victims === "the plugin" ? "plugin" : "nobody" }));
  const running = app.pulumi.start([command, "--yes", "--skip-preview"], {
    environment: { NODE_OPTIONS: preloading(join(__dirname, "preload.js")) },
  });
  if (victims === "the plugin") {
    const { code } = await running.finished;
    if (code === 0) throw new Error("the run went well although its plugin was killed");
    rmSync(join(app.folder, "killed"));
    return;
  }
  await running.printed("reached the moment");
  running.process.kill("SIGKILL");
  await running.finished;
  if (victims === "both") app.pulumi.reap();
  rmSync(position);
  if (victims === "the engine") {
    await answered(join(app.keptFolder, "journal"));
    app.pulumi.reap();
  }
  while (app.pulumi.reap().length > 0) await setTimeout(10);
}

/** The plugin lives on, hears the answer and notes it. */
async function answered(journal: string): Promise<void> {
  const open = () =>
    readdirSync(journal)
      .filter((name) => name.endsWith(".json"))
      .map((name) => readFileSync(join(journal, name), "utf8"));
  while (!open().some((text) => /"id":\d+/.test(text))) await setTimeout(20);
}
