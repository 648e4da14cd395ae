/** What a process of its own would have. */
interface Own {
  /** The working folder. */
  readonly folder: string;
  /** Where the engine is, which the process gets as its first argument. */
  readonly address: string;
  readonly environment: { readonly [variable: string]: string };
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Whose calls are under way. */
let entered: Own | null = null;

/** Gives calls in this process the surroundings of a process of their own, one plugin's calls at a time. */
export class Surroundings {
  #calls = 0;
  #restore: () => void = () => undefined;

  constructor(private readonly own: Own) {}

  async around<Result>(call: () => Promise<Result>): Promise<Result> {
    if (entered !== this.own) this.#enter();
    this.#calls++;
    try {
      return await call();
    } finally {
      if (--this.#calls === 0) this.leave();
    }
  }

  /** Also where a call has never ended. */
  leave(): void {
    if (entered !== this.own) return;
    entered = null;
    this.#restore();
  }

  #enter(): void {
    if (entered !== null) throw new Error("the calls of two plugins in this process overlap");
    entered = this.own;
    const { env, argv } = process;
    const folder = process.cwd();
    const listeners = SIGNALS.map((signal) => process.listeners(signal));
    process.env = { PATH: env["PATH"], PULUMI_NODEJS_PROJECT: "sample", ...this.own.environment };
    process.argv = [...argv.slice(0, 2), this.own.address];
    process.chdir(this.own.folder);
    this.#restore = () => {
      process.env = env;
      process.argv = argv;
      process.chdir(folder);
      SIGNALS.forEach((signal, index) => {
        for (const each of process.listeners(signal)) if (!listeners[index]?.includes(each)) process.off(signal, each);
      });
    };
  }
}
