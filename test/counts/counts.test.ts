import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { Traffic } from "../../tools/bench/Traffic";
import { root } from "../../tools/hermetic";
import { packedPlugin } from "../plugin/packed";
import { withPlugin, SIGNATURE } from "../plugin/PluginStack";
import { withStack, type Stack } from "../provider/support/Stack";
import counts from "./counts.json";

/*
 * What a signature costs, counted and not timed. A count that is larger than in counts.json needs a reason; one that is
 * smaller is written down there, so that it stays.
 */

const COMMANDS: { readonly [command in keyof typeof counts.requests]: (stack: Stack) => Promise<unknown> } = {
  preview: (stack) => stack.preview(),
  up: (stack) => stack.up(),
  "up again": (stack) => stack.up(),
  refresh: (stack) => stack.refresh(),
  destroy: (stack) => stack.destroy(),
};

describe("a signature costs", () => {
  it(
    "so many requests, connections and files of the journal in each command",
    withStack(async (stack) => {
      const seen: Pick<typeof counts, "requests" | "connections" | "journalFilesOpened"> = structuredClone(counts);
      for (const [command, run] of Object.entries(COMMANDS) as [keyof typeof COMMANDS, (typeof COMMANDS)["up"]][]) {
        // Each command is a process of its own: nothing is connected yet.
        await stack.nextRun();
        await stack.plugin();
        const [traffic, files] = [new Traffic(stack.vendor.url), new OpenedFiles(`${stack.folder.path}/journal`)];
        await run(stack);
        const { requests, connections } = traffic.end();
        Object.assign(seen.requests, { [command]: requests });
        Object.assign(seen.connections, { [command]: connections });
        Object.assign(seen.journalFilesOpened, { [command]: files.end() });
      }
      const { requests, connections, journalFilesOpened } = counts;
      expect(seen).to.deep.include({ requests, connections, journalFilesOpened });
    }),
  );

  it("so many modules in the plugin process", () => {
    const script = `
      require("@pulumi/pulumi");
      const loaded = () => Object.keys(require.cache);
      const before = loaded().length;
      require("pulumi-sms/provider");
      const entry = loaded().length - before;
      require("./dist/provider/jpush/resource.js");
      const all = loaded().slice(before);
      const packages = all.filter((file) => /[\\\\/]node_modules[\\\\/]/.test(file)).length;
      const request = { method: "GET", once: false, url: "http://127.0.0.1:1", proxy: null, headers: {} };
      const limits = { connectTimeout: 1000, requestTimeout: 1000 };
      const { exchange } = require("./dist/provider/http/exchange.js");
      const { Memory } = require("./dist/provider/memory.js");
      const called = loaded().length;
      exchange(request, limits, new Memory()).then(() => {
        const first = loaded().length - called;
        const own = all.length - packages;
        console.log(JSON.stringify({ entry, "first call of JPush": own, "of packages": packages, "first request": first }));
      });`;
    const { stdout } = spawnSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" });
    for (const [what, count] of Object.entries(JSON.parse(stdout) as typeof counts.modules)) {
      expect(count, what)
        .to.be.above(0)
        .and.at.most(counts.modules[what as keyof typeof counts.modules]);
    }
  });

  it(
    "so many bytes of state with the classes",
    withStack(async (stack) => {
      await stack.up();
      const { inputs, outputs } = stack.existing;
      expect({
        "provider text": bytes(outputs["__provider"]),
        ledger: bytes(outputs["__ledger"]),
        "state with the classes": bytes({ inputs, outputs }),
      }).to.deep.equal(pick("provider text", "ledger", "state with the classes"));
    }),
  );

  it(
    "so many bytes of state with the plugin",
    withPlugin(async (stack) => {
      await stack.configure();
      const { inputs } = await stack.check(SIGNATURE, {}, stack.inputs());
      const { properties } = await stack.create(SIGNATURE, inputs);
      expect({ "state with the plugin": bytes({ inputs, outputs: properties }) }).to.deep.equal(
        pick("state with the plugin"),
      );
    }),
  );

  it("at most so many bytes of the plugin's bundle", async () => {
    const { size } = fs.statSync(join(await packedPlugin(), "index.js"));
    expect(size).to.be.at.most(counts.bytes["bundle of the plugin"]);
  });
});

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function pick(...names: (keyof typeof counts.bytes)[]): Partial<typeof counts.bytes> {
  return Object.fromEntries(names.map((name) => [name, counts.bytes[name]]));
}

/** Counts how often this process opens a file of a folder by `node:fs`, as the provider does. */
class OpenedFiles {
  #count = 0;
  readonly #original = { openSync: fs.openSync, readFileSync: fs.readFileSync };

  constructor(folder: string) {
    const count = (file: unknown): void => {
      if (String(file).startsWith(folder)) this.#count++;
    };
    const { openSync, readFileSync } = this.#original;
    const opening: typeof openSync = (...args) => {
      count(args[0]);
      return openSync(...args);
    };
    const reading = (...args: Parameters<typeof readFileSync>) => {
      count(args[0]);
      // Some releases of Node open the file by the function above, and some do not.
      fs.openSync = openSync;
      try {
        return readFileSync(...args);
      } finally {
        fs.openSync = opening;
      }
    };
    Object.assign(fs, { openSync: opening, readFileSync: reading });
  }

  end(): number {
    Object.assign(fs, this.#original);
    return this.#count;
  }
}
