import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { after, before } from "mocha";
import { stringify } from "yaml";
import { cliFolder, Pulumi, root, yamlFolder } from "../../../tools/hermetic";
import { packedPlugin } from "../../plugin/packed";

/** What Pulumi.yaml holds beside the name, the runtime and the plugin. */
export interface YamlContent {
  readonly [section: string]: unknown;
}

export interface YamlOptions {
  /** Variables of every command; asked once the suite's hooks run. */
  readonly environment?: () => Record<string, string>;
  /** Folders of commands that its language needs. */
  readonly path?: () => readonly string[];
  /** Another program, in whose backend this one's stack is. */
  readonly beside?: YamlProgram;
  /** Without a Pulumi.yaml and without a stack: whoever creates it brings both. */
  readonly bare?: boolean;
}

/** A project in YAML in a temporary folder, for the real CLI with the plugin as it is shipped. */
export class YamlProgram {
  #made: { readonly place: string; readonly pulumi: Pulumi } | undefined;

  constructor(
    private readonly content: YamlContent,
    private readonly options: YamlOptions = {},
  ) {}

  get pulumi(): Pulumi {
    return this.#there.pulumi;
  }

  get keptFolder(): string {
    return join(this.#there.place, "kept");
  }

  async create(): Promise<void> {
    const place = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-yaml-"));
    const project = join(place, "examples", "program");
    mkdirSync(project, { recursive: true });
    cpSync(join(root, "examples/quickstart/documents"), join(place, "examples/quickstart/documents"), {
      recursive: true,
    });
    const environment = {
      PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
      ...this.options.environment?.(),
      ...(this.options.path === undefined ? {} : { PATH: pathWith(this.options.path()) }),
    };
    const folder = this.options.beside?.keptFolder ?? join(place, "kept");
    const pulumi = new Pulumi({ project, folder, stack: "dev", environment });
    this.#made = { place, pulumi };
    if (this.options.bare === true) return;
    await this.declare(this.content);
    await pulumi.init();
  }

  /** Replaces the program. */
  async declare(content: YamlContent): Promise<void> {
    const plugins = { providers: [{ name: "sms", path: await packedPlugin() }] };
    this.write(
      "Pulumi.yaml",
      stringify({ name: "program", runtime: "yaml", plugins, ...content }, { aliasDuplicateObjects: false }),
    );
  }

  /** Writes a file below the program's folder. */
  write(name: string, text: string | Uint8Array): void {
    const file = join(this.#there.place, "examples", "program", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** What a person would do who kills everything: the CLI, and then whatever it has started. */
  async kill(running: { readonly process: { kill(signal: "SIGKILL"): boolean }; readonly finished: Promise<unknown> }) {
    running.process.kill("SIGKILL");
    await running.finished;
    while (this.pulumi.reap().length > 0) await setTimeout(10);
  }

  /** Resolves when no process of that name is left that a command here has started. */
  async leftAlone(name: string): Promise<void> {
    const mark = `PULUMI_HOME=${join(this.keptFolder, "home")}`;
    const isLeft = (id: string) => {
      try {
        const [environment, command] = ["environ", "cmdline"].map((file) =>
          readFileSync(`/proc/${id}/${file}`, "utf8"),
        );
        return environment?.split("\0").includes(mark) === true && command?.includes(name) === true;
      } catch {
        return false;
      }
    };
    while (readdirSync("/proc").some((id) => /^\d+$/.test(id) && isLeft(id))) await setTimeout(50);
  }

  /** The journal's records that are open. */
  openRecords(): readonly string[] {
    const journal = join(this.keptFolder, "journal");
    try {
      return readdirSync(journal).filter((name) => name.endsWith(".json"));
    } catch {
      return [];
    }
  }

  remove(): void {
    if (this.#made === undefined) return;
    this.#made.pulumi.reap();
    rmSync(this.#made.place, { recursive: true, force: true });
    this.#made = undefined;
  }

  get #there(): { readonly place: string; readonly pulumi: Pulumi } {
    if (this.#made === undefined) throw new Error("The program is there only while the suite's hooks and tests run");
    return this.#made;
  }
}

function pathWith(folders: readonly string[]): string {
  return [...folders, dirname(process.execPath), cliFolder(), process.env["PATH"] ?? ""].join(delimiter);
}

/** A program in YAML for the suite whose body calls this; without a host for YAML the suite is skipped. */
export function yamlProgram(content: YamlContent, options?: YamlOptions): YamlProgram {
  const program = new YamlProgram(content, options);
  before(async function () {
    if (yamlFolder() === null) return this.skip();
    await program.create();
  });
  after(() => program.remove());
  return program;
}
