import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { pythonFolder, root } from "../../tools/hermetic";
import { Shown } from "../cli/support";
import { emulator } from "../support";
import { PRIVATE } from "./samples";
import { YamlProgram } from "./support/YamlProgram";

/** Makes the SDK of the schema and installs it into a folder. */
function installSdk(python: string, folder: string): string {
  const [source, installed] = [join(folder, "source"), join(folder, "installed")];
  execFileSync(join(python, "bin", "codegen"), [join(root, "schema.json"), source]);
  const pip = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"];
  execFileSync(join(python, "venv", "bin", "python"), [...pip, "--target", installed, source], { stdio: "pipe" });
  return installed;
}

describe("the example in Python", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const shown = new Shown();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-python-"));
  let sdk = "";
  const python = () => pythonFolder() ?? "";
  const app = new YamlProgram(
    { runtime: "python", options: { refresh: "always" } },
    {
      environment: () => ({
        ...vendor.environment,
        VIRTUAL_ENV: join(python(), "venv"),
        PYTHONPATH: sdk,
        PYTHONDONTWRITEBYTECODE: "1",
      }),
      path: () => [join(python(), "venv", "bin"), join(python(), "bin")],
    },
  );
  before(async function () {
    if (pythonFolder() === null) return this.skip();
    sdk = installSdk(python(), folder);
    await app.create();
    app.write("__main__.py", readFileSync(join(root, "examples/python-quickstart/__main__.py"), "utf8"));
    await app.pulumi.configure({ timeout: "1s" });
  });
  after(() => {
    app.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it("files the signature with the SDK that is made from the schema, and waits for its approval", async () => {
    const { output } = await shown.by(app.pulumi.up({ fails: true }));
    expect(output).to.include("was not approved within 1s");
    expect((await vendor.control.signatures()).map(({ text, status }) => `${text} ${status}`)).to.deep.equal([
      "极光推送 pending",
    ]);
  });

  it("opens the gate when the signature is approved, and then changes nothing", async () => {
    await vendor.control.approve(37582);
    await shown.by(app.pulumi.up());
    expect(await app.pulumi.outputs()).to.deep.equal({ send_with: 37582 });
    await shown.by(app.pulumi.preview({ flags: ["--expect-no-changes"] }));
  });

  it("keeps what is private encrypted", async () => {
    const { text } = await app.pulumi.export();
    for (const secret of PRIVATE) expect(text.includes(secret), secret).to.equal(false);
    expect(shown.including(PRIVATE)).to.deep.equal([]);
  });

  it("is cleaned up", async () => {
    await app.pulumi.destroy();
    expect(await vendor.control.signatures()).to.deep.equal([]);
  });
});
