import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/*
 * Mocha loads this before any test. The run has a temporary folder of its own, which is removed when the run ends: with it
 * goes what a failed test, or a process that a test started, left there.
 */

const folder = mkdtempSync(join(realpathSync(tmpdir()), "sms-tests-"));
for (const name of ["TMPDIR", "TMP", "TEMP"]) process.env[name] = folder;
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
