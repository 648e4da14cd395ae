import { readFileSync } from "node:fs";
import { join } from "node:path";
import { endInOrder, endWithParent } from "../engine/interrupt";
import { Memory } from "../memory";
import { serve } from "./server";

/*
 * The plugin `sms`: the process that the engine starts for programs in every language. It says on which port it
 * listens, and nothing else, on its standard output.
 */

async function main(): Promise<void> {
  const memory = new Memory();
  endInOrder(memory);
  endWithParent(memory);
  const schema = readFileSync(join(__dirname, "schema.json"), "utf8");
  const { version } = JSON.parse(schema) as { version: string };
  const port = await serve(memory, () => ({ version, schema }), process.argv[2]);
  process.stdout.write(`${port}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
