import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeResource } from "../../provider/journal/files";
import { root } from "../hermetic";
import { median } from "./results";
import type { Parts } from "./results";

const PROCESSES = 9;
const WRITES = 50;

/** What can be measured without the CLI, in milliseconds. */
export async function measureParts(): Promise<Parts> {
  return {
    loadProvider: loading("pulumi-sms/provider"),
    loadJPush: loading("./dist/provider/jpush/resource.js"),
    journalWrite: await journalWrite(),
  };
}

/** Loading a module where the SDK is loaded already, as it is in the engine's plugin process. */
function loading(module: string): number {
  const script = `
    require("@pulumi/pulumi");
    const start = process.hrtime.bigint();
    require(${JSON.stringify(module)});
    console.log(Number(process.hrtime.bigint() - start) / 1e6);`;
  const times = Array.from({ length: PROCESSES }, () =>
    Number(spawnSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }).stdout),
  );
  return Math.round(median(times) * 10) / 10;
}

/** One write of the journal, with its two fsyncs; a filing takes two, and its end a third. */
async function journalWrite(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-sms-journal-"));
  const owner = { backend: null, project: "program", stack: "dev", type: "jpush:SmsSignature", name: "signature" };
  const times: number[] = [];
  try {
    for (let write = 0; write < WRITES; write++) {
      const start = process.hrtime.bigint();
      await writeResource(folder, join(folder, "signature.json"), {
        v: 1,
        owner,
        records: [],
        uploads: { document: String(write) },
      });
      times.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return Math.round(median(times) * 100) / 100;
}
