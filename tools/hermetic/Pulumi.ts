import { cliCommand } from "./cli";
import { CommandFailure, start, type CommandResult, type Running } from "./command";
import { Deployment } from "./deployment";
import { hermeticEnvironment, type Environment } from "./environment";
import { reap } from "./leftovers";

export interface PulumiOptions {
  /** The folder of Pulumi.yaml. */
  readonly project: string;
  /** Where everything that the CLI keeps goes. */
  readonly folder: string;
  readonly stack: string;
  /** Variables beyond the hermetic ones. */
  readonly environment?: Environment;
  /** How long one command may take, 2 minutes by default. */
  readonly limitMs?: number;
}

export interface RunOptions {
  /** Variables for this command alone; undefined takes one away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface OperationOptions extends RunOptions {
  /** Further flags. */
  readonly flags?: readonly string[];
  /** The command is expected to fail: then success is the failure. */
  readonly fails?: boolean;
}

/** The real Pulumi CLI on one stack, without a terminal, bounded in time. */
export class Pulumi {
  readonly #options: PulumiOptions;
  readonly #environment: Environment;

  constructor(options: PulumiOptions) {
    this.#options = options;
    this.#environment = {
      ...hermeticEnvironment(options.folder),
      PULUMI_STACK: options.stack,
      ...options.environment,
    };
  }

  /** Starts a command and lets it run, for those that want to interrupt it. */
  start(args: readonly string[], { environment = {} }: RunOptions = {}): Running {
    const env = Object.fromEntries(
      Object.entries({ ...this.#environment, ...environment }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
    const { project, limitMs = 120_000 } = this.#options;
    return start(cliCommand(), [...args, "--non-interactive", "--color", "never"], { cwd: project, env, limitMs });
  }

  /** Runs a command to its end, whatever its exit code. */
  run(args: readonly string[], options?: RunOptions): Promise<CommandResult> {
    return this.start(args, options).finished;
  }

  /** @throws CommandFailure when it does not end as expected; all four operations do. */
  up(options?: OperationOptions): Promise<CommandResult> {
    return this.#operate(["up", "--yes", "--skip-preview"], options);
  }

  preview(options?: OperationOptions): Promise<CommandResult> {
    return this.#operate(["preview"], options);
  }

  refresh(options?: OperationOptions): Promise<CommandResult> {
    return this.#operate(["refresh", "--yes", "--skip-preview"], options);
  }

  destroy(options?: OperationOptions): Promise<CommandResult> {
    return this.#operate(["destroy", "--yes", "--skip-preview"], options);
  }

  /** Unlocks the stack after a run that was killed. */
  async cancel(): Promise<void> {
    await this.#operate(["cancel", "--yes"]);
  }

  /** Creates the stack. */
  async init(): Promise<void> {
    await this.#operate(["stack", "init", this.#options.stack]);
  }

  /** The stack's state as it is now. */
  async export(): Promise<Deployment> {
    return new Deployment((await this.#operate(["stack", "export"])).stdout);
  }

  /** The stack's outputs as a program of another stack would see them, secrets in the clear. */
  async outputs(): Promise<Record<string, unknown>> {
    const { stdout } = await this.#operate(["stack", "output", "--json", "--show-secrets"]);
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  /** Sets several values of the stack's config at once. */
  async configure(values: Readonly<Record<string, string>>, { secret = false } = {}): Promise<void> {
    const kind = secret ? "--secret" : "--plaintext";
    const settings = Object.entries(values).flatMap(([key, value]) => [kind, `${key}=${value}`]);
    await this.#operate(["config", "set-all", ...settings]);
  }

  /** Ends every process that any command here has left running, and returns their ids. */
  reap(): number[] {
    return reap(this.#environment["PULUMI_HOME"] ?? "");
  }

  async #operate(
    args: readonly string[],
    { flags = [], fails = false, ...options }: OperationOptions = {},
  ): Promise<CommandResult> {
    const result = await this.run([...args, ...flags], options);
    if (result.late) this.reap();
    if (result.late || (result.code === 0) === fails) {
      throw new CommandFailure(result, fails ? "was expected to fail" : "failed");
    }
    return result;
  }
}
