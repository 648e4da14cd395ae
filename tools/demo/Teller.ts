import type { CommandResult } from "../hermetic";

/** What the audience sees: a heading for each step, and below it what came of it. */
export class Teller {
  #step = 0;
  #started = Date.now();

  constructor(private readonly write: (line: string) => void) {}

  title(text: string): void {
    this.write(text);
  }

  step(text: string): void {
    this.#step += 1;
    this.#started = Date.now();
    this.write(`\n${this.#step}. ${text}`);
  }

  did(text: string): void {
    this.write(`   ${text}`);
  }

  /** What the run said to the person who started it. */
  said(result: CommandResult): void {
    for (const line of diagnostics(result.stdout)) this.write(`   | ${line}`);
  }

  /** The end of a step that ended as it should. */
  stands(content: string, servingSignId: unknown): void {
    const seconds = ((Date.now() - this.#started) / 1000).toFixed(1);
    this.write(
      `   ${content}; sign id to send with: ${typeof servingSignId === "number" ? servingSignId : "none"}  (${seconds} s)`,
    );
  }

  /** Where the story is, for an error. */
  get place(): string {
    return `step ${this.#step}`;
  }
}

/** The lines below a run's heading "Diagnostics", without the names of the resources that they belong to. */
function diagnostics(output: string): string[] {
  const [, block = ""] = output.split(/^Diagnostics:\n/m);
  const [lines = ""] = block.split(/^\S/m);
  return lines
    .split("\n")
    .filter((line) => line.startsWith("    "))
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
