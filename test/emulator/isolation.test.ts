import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect } from "chai";

const root = dirname(require.resolve("sms-emulator/package.json"));
const source = join(root, "src");

function sources(): string[] {
  return readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(source, name));
}

/** What a file imports: relative paths as they resolve, packages by their name. */
function imports(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/(?:from|import|require\()\s*"([^"]+)"/g)].map(([, target = ""]) => {
    return target.startsWith(".") ? resolve(dirname(file), target) : target;
  });
}

describe("the emulator stands alone", () => {
  it("imports nothing but its own files and its own dependencies", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { dependencies: object };
    const foreign = sources().flatMap((file) =>
      imports(file)
        .filter((target) => {
          if (target.startsWith("/")) return relative(source, target).startsWith("..");
          const name = target
            .split("/")
            .slice(0, target.startsWith("@") ? 2 : 1)
            .join("/");
          return !target.startsWith("node:") && !Object.hasOwn(dependencies, name);
        })
        .map((target) => `${relative(root, file)}: ${target}`),
    );
    expect(sources().length).to.be.greaterThan(20);
    expect(foreign).to.deep.equal([]);
  });

  it("knows no vendor outside the vendor's folder, but where it is set up", () => {
    const vendors = /^(jpush|huaweicloud)(\/|$)/;
    const knowing = sources()
      .filter((file) => imports(file).some((target) => vendors.test(relative(source, target))))
      .map((file) => relative(source, file))
      .filter((name) => !vendors.test(name) && !name.startsWith("command/"));
    expect(knowing).to.have.members(["emulator-options.ts", "emulator.ts", "options.ts"]);
  });

  it("has no vendor know another one", () => {
    const folder = (file: string) => relative(source, file).split("/")[0];
    const names = ["jpush", "huaweicloud"];
    const crossing = sources().filter(
      (file) =>
        names.includes(folder(file)!) &&
        imports(file).some((target) => names.includes(folder(target)!) && folder(target) !== folder(file)),
    );
    expect(crossing).to.deep.equal([]);
  });

  it("leaves the globals of the process that it runs in as they were", () => {
    const program = `
      const before = [Request, Response, Headers, fetch];
      require("sms-emulator").startEmulator().then((emulator) => emulator.close()).then(() => {
        process.exitCode = [Request, Response, Headers, fetch].every((one, index) => one === before[index]) ? 0 : 9;
      });
    `;
    // In a process of its own, since another test's emulator could have changed them before.
    const { status } = spawnSync(process.execPath, ["-e", program], { cwd: root });
    expect(status).to.equal(0);
  });
});
