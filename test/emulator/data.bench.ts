import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "sms-emulator";
import { PNG } from "./samples";
import { Rig } from "./support";

/* What one change costs with `--data`, the figure of the emulator's README: npx tsx test/emulator/data.bench.ts */

const SIGNATURES = 100;
const BYTES = 200_000;

async function main(): Promise<void> {
  for (const shared of [true, false]) {
    const folder = mkdtempSync(join(tmpdir(), "sms-emulator-"));
    const data = join(folder, "signatures.json");
    const emulator = await startEmulator({ data, reviewsAtOnce: SIGNATURES });
    try {
      const rig = new Rig(emulator);
      const one = picture();
      for (let count = 0; count < SIGNATURES; count++) {
        await rig.created({ idCardImage: shared ? one : picture(), businessLicenseImage: shared ? one : picture() });
      }
      const times = [];
      for (const { id } of (await rig.signatures()).slice(0, 9)) {
        const start = performance.now();
        await rig.review(Number(id), "approve");
        times.push(performance.now() - start);
      }
      const [, , , , median = 0] = times.sort((a, b) => a - b);
      const megabytes = (statSync(data).size / 1e6).toFixed(1);
      console.log(
        `${SIGNATURES} signatures, ${shared ? "one document" : `${2 * SIGNATURES} documents`} of ${BYTES} bytes: file ${megabytes} MB, a review ${median.toFixed(0)} ms`,
      );
    } finally {
      await emulator.close();
      rmSync(folder, { recursive: true });
    }
  }
}

function picture(): Buffer {
  return Buffer.concat([PNG, randomBytes(BYTES - PNG.length)]);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
