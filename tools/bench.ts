import { spawnSync } from "node:child_process";
import { startEmulator } from "sms-emulator";
import { providerText } from "../sdk/providerText";
import { root } from "./hermetic";
import { median, ratios } from "./bench/figures";
import { noOps, noOpsOfSignatures, signatures, timedUp } from "./bench/programs";

/*
 * The figures that the README tells. Times on a machine that does other work mean nothing by themselves: the programs
 * run in turn, and only their ratio is told.
 */

const RESOURCES = 100;
const ROUNDS = Number(process.env["ROUNDS"] ?? 5);
const PROCESSES = 9;

async function main(): Promise<void> {
  console.log(
    `text in the state, per resource: ${Buffer.byteLength(providerText("huaweiSmsSignatureApproval"))} bytes at most`,
  );
  console.log(
    `loading pulumi-sms/provider after @pulumi/pulumi: ${loading("pulumi-sms/provider").toFixed(1)} ms (median of ${PROCESSES} processes)`,
  );
  console.log(
    `loading what JPush's first call needs beside it: ${loading("./dist/provider/jpush/resource.js").toFixed(1)} ms`,
  );

  const emulator = await startEmulator({ reviewsAtOnce: RESOURCES });
  try {
    const contestants = [
      { name: "signatures", program: signatures(RESOURCES), seconds: [] as number[] },
      { name: "no-op dynamic resources", program: noOps(RESOURCES), seconds: [] as number[] },
      {
        name: "no-op dynamic resources with a signature's inputs",
        program: noOpsOfSignatures(RESOURCES),
        seconds: [] as number[],
      },
    ] as const;
    for (let round = 1; round <= ROUNDS; round++) {
      await emulator.reset();
      const told: string[] = [];
      for (const { name, program, seconds } of contestants) {
        const up = await timedUp(program, emulator.url);
        seconds.push(up.seconds);
        told.push(`${RESOURCES} ${name} ${up.seconds.toFixed(1)} s, state ${kilobytes(up.stateBytes)}`);
      }
      console.log(`round ${round}: ${told.join("; ")}`);
    }
    const [ours, ...others] = contestants;
    for (const { name, seconds } of others) {
      console.log(
        `up of ${RESOURCES} signatures, as a ratio to ${RESOURCES} ${name}: median ${median(ratios(ours.seconds, seconds)).toFixed(2)}`,
      );
    }
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
  const times = Array.from({ length: PROCESSES }, () =>
    Number(spawnSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }).stdout),
  );
  return median(times);
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
