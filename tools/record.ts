import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "./hermetic";
import { picture, type Line } from "./recording/picture";

/*
 * `npm run record`: runs the demo and writes docs/demo.svg, the picture of README.md, from what it printed. With
 * `--check` it writes nothing and fails where the picture tells something else.
 */

const file = join(root, "docs", "demo.svg");
const description = "npm run demo: the life of an SMS signature, from its filing to its replacement";

async function main(): Promise<number> {
  const lines: Line[] = [{ at: Date.now(), text: "$ npm run demo" }];
  const demo = spawn(process.execPath, ["-r", "tsx/cjs", join(root, "tools", "demo.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(demo, "close");
  for await (const text of createInterface(demo.stdout)) {
    lines.push({ at: Date.now(), text });
    console.log(text);
  }
  const [code] = (await ended) as [number | null];
  if (code !== 0) return code ?? 1;
  const made = picture(lines, description);
  if (!process.argv.includes("--check")) {
    writeFileSync(file, made);
    console.log("\nwrote docs/demo.svg");
  } else if (words(made) !== words(readFileSync(file, "utf8"))) {
    console.log("\n✗ docs/demo.svg tells something else: `npm run record` makes it anew");
    return 1;
  }
  return 0;
}

/**
 * The words that a picture tells, without what differs from run to run: times, counts, versions, where a row ends, and
 * the order in which the engine shows the lines of one moment.
 */
function words(svg: string): string {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)]
    .map(([, text = ""]) => text)
    .join(" ")
    .replace(/\s+/g, " ")
    .replace(/\(\d+\.\d s\)|asked \d+ times|Pulumi \d[\w.-]*/g, "")
    .split(" ")
    .sort()
    .join(" ");
}

void main().then((code) => (process.exitCode = code));
