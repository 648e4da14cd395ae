import { constants } from "node:os";
import { setStage, type Stage } from "./demo/Stage";
import { tellEnd, tellStory } from "./demo/story";
import { Teller } from "./demo/Teller";
import { cliVersion } from "./hermetic";

// `npm run demo`: the life of a signature, told with the real Pulumi CLI and the emulator. `--keep` leaves both.

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const teller = new Teller(print);
const keep = process.argv.includes("--keep");

let strike: (() => void) | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    strike?.();
    process.exit(128 + constants.signals[signal]);
  });
}

function tellHowToGoOn({ emulator, stack }: Stage): void {
  print(`
The emulator stays at ${emulator.url} (process ${emulator.id}), and the stack ${stack} is selected. Play on:

  npm run pulumi -- config set sign 极光通知
  npm run pulumi -- up
  open ${emulator.url}/ in a browser: the reviewers' page
  curl ${emulator.url}/_emulator/signatures
  curl ${emulator.url}/_emulator/signatures/jpush/<id>/review -H 'content-type: application/json' -d '{"decision":"approve"}'

To take it down: npm run pulumi -- destroy, and kill ${emulator.id}`);
}

async function main(): Promise<void> {
  teller.title(`The life of an SMS signature, with Pulumi ${cliVersion()} and an emulator of JPush`);
  const stage = await setStage(keep, (whatThereIs) => (strike = whatThereIs));
  try {
    await tellStory(stage, teller);
    if (!keep) await tellEnd(stage, teller);
    print("\nEvery step ended as described.");
  } catch (error) {
    process.exitCode = 1;
    print(`\n✗ ${teller.place} did not end as described: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (keep) tellHowToGoOn(stage);
  else stage.strike();
}

main().catch((error: unknown) => {
  print(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
