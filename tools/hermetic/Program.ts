import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./cli";
import { emptyStack, projectName, stackName } from "./emptyStack";
import type { Environment } from "./environment";
import { javaScript } from "./javaScript";
import { Pulumi } from "./Pulumi";

export interface ProgramOptions {
  /** The stack's config in the clear, such as `{ "jpush:numberChecks": "warning" }`. */
  readonly config?: Readonly<Record<string, string>>;
  /** Variables of every command; a function is asked once the suite's hooks run, when an emulator has its address. */
  readonly environment?: Environment | (() => Environment);
  /** Further lines of Pulumi.yaml, such as "options: { refresh: always }". */
  readonly settings?: string;
  /** How long one command may take, 2 minutes by default. */
  readonly limitMs?: number;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

const live = new Set<Program>();
process.once("exit", () => live.forEach((program) => program.remove()));

/** A Pulumi project in a temporary folder, for the real CLI: JavaScript, with this package as its users have it. */
export class Program {
  #place: { folder: string; pulumi: Pulumi } | undefined;

  constructor(
    private readonly files: Files,
    private readonly options: ProgramOptions = {},
  ) {}

  /** The CLI on its stack. */
  get pulumi(): Pulumi {
    return this.#made.pulumi;
  }

  /** The folder of Pulumi.yaml and the program. */
  get folder(): string {
    return join(this.#made.folder, "project");
  }

  /** Where the CLI and the package's journal keep their files. */
  get keptFolder(): string {
    return join(this.#made.folder, "kept");
  }

  /** Makes the project and its empty stack. */
  async create(): Promise<this> {
    const { config = {}, environment = {}, settings = "", limitMs } = this.options;
    const folder = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-"));
    const [project, kept] = [join(folder, "project"), join(folder, "kept")];
    live.add(this);
    cpSync(await emptyStack(), folder, { recursive: true });
    this.#place = {
      folder,
      pulumi: new Pulumi({
        project,
        folder: kept,
        stack: stackName,
        environment: {
          ...javaScript,
          PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
          ...(typeof environment === "function" ? environment() : environment),
        },
        ...(limitMs === undefined ? {} : { limitMs }),
      }),
    };
    const lines = Object.entries(config).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}\n`);
    if (lines.length > 0) {
      writeFileSync(join(project, `Pulumi.${stackName}.yaml`), `config:\n${lines.join("")}`, { flag: "a" });
    }
    if (settings) writeFileSync(join(project, "Pulumi.yaml"), `${settings}\n`, { flag: "a" });
    link("@pulumi/pulumi", join(root, "node_modules", "@pulumi", "pulumi"), project);
    link("pulumi-sms", root, project);
    this.write({ "package.json": JSON.stringify({ name: projectName, main: "index.js" }), ...this.files });
    return this;
  }

  /** Writes files below the program's folder; those of the same name are replaced. */
  write(files: Files): void {
    for (const [name, content] of Object.entries(files)) {
      const file = join(this.folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  /** Ends whatever its commands have left running, and removes the folder. */
  remove(): void {
    if (!this.#place) return;
    this.#place.pulumi.reap();
    rmSync(this.#place.folder, { recursive: true, force: true });
    live.delete(this);
    this.#place = undefined;
  }

  get #made(): { folder: string; pulumi: Pulumi } {
    if (!this.#place) throw new Error("The program is there only while the suite's hooks and tests run");
    return this.#place;
  }
}

function link(name: string, target: string, project: string): void {
  const path = join(project, "node_modules", name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, "dir");
}
