#!/usr/bin/env node
import { parseArgs } from "node:util";
import { status } from "./status";

const HELP = `pulumi-sms status [--json]

  Lists the filings that killed runs left: filed, or perhaps filed, and in no saved state. The next run of the same stack
  takes them over. A run that goes on right now has its filings here too. Files that are damaged are named as well.

  --json    as JSON, for programs
  --help    this text

The journal is read from PULUMI_SMS_JOURNAL, or from pulumi-sms/journal below PULUMI_HOME (by default ~/.pulumi).`;

async function main(): Promise<number> {
  let given;
  try {
    given = parseArgs({
      allowPositionals: true,
      options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = given;
  if (values.help || positionals[0] === "help") {
    console.log(HELP);
    return 0;
  }
  if (positionals.length !== 1 || positionals[0] !== "status") {
    return misused(
      positionals.length === 0 ? "A command is missing." : `There is no command "${positionals.join(" ")}".`,
    );
  }
  console.log(await status(process.env, values.json === true));
  return 0;
}

function misused(sentence: string): number {
  console.error(`${sentence}\n\n${HELP}`);
  return 2;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
