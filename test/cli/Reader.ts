import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { start, type Environment, type Running } from "../../tools/hermetic";
import type { Block } from "../docs/pages";

/** Begins a line that no command prints; the exit code ends it. */
const END = "----- the block has ended with ";

/** What a reader does with a block, which its first line or its language tells. */
type Use =
  | { readonly kind: "save" | "add"; readonly file: string }
  | { readonly kind: "run" }
  | { readonly kind: "leave running" }
  | { readonly kind: "read" };

export function useOf({ language, text }: Block): Use {
  if (language === "sh") return { kind: text.startsWith("npx sms-emulator") ? "leave running" : "run" };
  if (language === "text") return { kind: "read" };
  const [, added, file] = /^(?:\/\/|#) (\D* )?([\w./-]+)$/m.exec(text.split("\n", 1)[0] ?? "") ?? [];
  if (file === undefined) throw new Error(`This block says in no first line which file it is:\n${text}`);
  return { kind: added === undefined ? "save" : "add", file };
}

/** Somebody who follows a document in a folder: saves its files, and pastes its commands into one shell. */
export class Reader {
  readonly #shell: ChildProcess;
  readonly #beside: Running[] = [];
  #output = "";

  constructor(
    private readonly folder: string,
    private readonly environment: Environment,
  ) {
    this.#shell = spawn("bash", ["--noprofile", "--norc", "-e"], {
      cwd: folder,
      env: environment,
      detached: true,
      stdio: ["pipe", "pipe", "pipe"],
    });
    for (const stream of [this.#shell.stdout, this.#shell.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#output += text;
        this.#shell.emit("printed");
      });
  }

  /** Does with the next block what the document says; gives what the shell printed. */
  async follow(block: Block): Promise<string> {
    const use = useOf(block);
    switch (use.kind) {
      case "save":
      case "add": {
        const file = join(this.folder, use.file);
        mkdirSync(dirname(file), { recursive: true });
        (use.kind === "save" ? writeFileSync : appendFileSync)(file, `${block.text}\n`);
        return "";
      }
      case "leave running": {
        const terminal = start("bash", ["-c", block.text], {
          cwd: this.folder,
          env: this.environment,
          limitMs: 600_000,
        });
        this.#beside.push(terminal);
        await terminal.printed("listening on ");
        return "";
      }
      case "run":
        return this.#paste(block.text);
      case "read":
        return "";
    }
  }

  /** Closes the terminals. */
  leave(): void {
    for (const child of [this.#shell, ...this.#beside.map((terminal) => terminal.process)]) {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // It has ended.
      }
    }
  }

  async #paste(commands: string): Promise<string> {
    const from = this.#output.length;
    const said = (): readonly string[] => this.#output.slice(from).split(END);
    const ended = once(this.#shell, "close");
    this.#shell.stdin?.write(`{\n${commands}\n} </dev/null\necho "${END}$?"\n`);
    let open = true;
    while (open && !said()[1]?.endsWith("\n")) {
      open = await Promise.race([once(this.#shell, "printed").then(() => true), ended.then(() => false)]);
    }
    const [text = "", code] = said();
    // A shell that ends at a failure says no code; a list of commands joined by && does not end it.
    if (code?.trim() !== "0") throw new Error(`A command failed in:\n${commands}\n${text}`);
    return text;
  }
}
