import { spawnSync } from "node:child_process";
import { startEmulator } from "sms-emulator";
import { providerText } from "../sdk/providerText";
import { root } from "./hermetic";
import { median, ratios } from "./bench/figures";
import { noOps, signatures, timedUp } from "./bench/programs";

/*
 * The figures that the README tells. Times on a machine that does other work mean nothing by themselves: both programs
 * run in turn, and only their ratio is told.
 */

const RESOURCES = 100;
const ROUNDS = Number(process.env["ROUNDS"] ?? 5);
const PROCESSES = 9;

async function main(): Promise<void> {
  console.log(`text in the state, per resource: ${Buffer.byteLength(providerText("huaweiSmsSignatureApproval"))} bytes at most`);
  console.log(`loading pulumi-sms/provider after @pulumi/pulumi: ${loading("pulumi-sms/provider").toFixed(1)} ms (median of ${PROCESSES} processes)`);
  console.log(`loading what JPush's first call needs beside it: ${loading("./dist/provider/jpush/resource.js").toFixed(1)} ms`);

  const emulator = await startEmulator({ reviewsAtOnce: RESOURCES });
  try {
    const pairs = [];
    for (let round = 0; round < ROUNDS; round++) {
      await emulator.reset();
      const ours = await timedUp(signatures(RESOURCES), emulator.url);
      const others = await timedUp(noOps(RESOURCES), emulator.url);
      pairs.push({ ours: ours.seconds, others: others.seconds });
      console.log(
        `round ${round + 1}: ${RESOURCES} signatures ${ours.seconds.toFixed(1)} s, state ${kilobytes(ours.stateBytes)}; ` +
          `${RESOURCES} no-op dynamic resources ${others.seconds.toFixed(1)} s, state ${kilobytes(others.stateBytes)}`,
      );
    }
    console.log(`up of ${RESOURCES} signatures, as a ratio to ${RESOURCES} no-ops: median ${median(ratios(pairs)).toFixed(2)}`);
  } finally {
    await emulator.close();
  }
}

/** In milliseconds. */
function loading(module: string): number {
  const script = `
    require("@pulumi/pulumi");
    const start = process.hrtime.bigint();
    require(${JSON.stringify(module)});
    console.log(Number(process.hrtime.bigint() - start) / 1e6);`;
  const times = Array.from({ length: PROCESSES }, () => Number(spawnSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }).stdout));
  return median(times);
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
