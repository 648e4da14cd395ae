import { expect } from "chai";
import { picture } from "../provider/support/samples";
import { emulator, program, type Files } from "../support";
import { COMPANY } from "./support";

/** A signature of the program, and Pulumi's options beside its inputs. */
interface Declared {
  readonly options?: object;
  readonly [input: string]: unknown;
}

/** A program that declares what `declared.json` says, in a component where that names one. */
const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const { JPushSmsSignature } = require("pulumi-sms");
const { component, signatures } = require("./declared.json");
class Brand extends pulumi.ComponentResource { constructor(name) { super("company:index:Brand", name); } }
const inside = component === undefined ? {} : { parent: new Brand(component) };
const root = ({ atRoot, ...alias }) => (atRoot ? { ...alias, parent: pulumi.rootStackResource } : alias);
for (const [name, { options: { aliases = [], ...options } = {}, ...args }] of Object.entries(signatures)) {
  new JPushSmsSignature(name, args, { ...options, ...inside, aliases: aliases.map(root) });
}
`;

function declaring(signatures: { readonly [name: string]: Declared }, component?: string): Files {
  const declared = Object.entries(signatures).map(([name, inputs]) => [name, { ...COMPANY, ...inputs }]);
  return { "declared.json": JSON.stringify({ component, signatures: Object.fromEntries(declared) }) };
}

const OTHER_STACK = { environment: { PULUMI_STACK: "other" } };

/** What docs/moving.md says, row by row: each test goes on from the one before. */
describe("a signature that is moved", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true, reviewsAtOnce: 100 });
  const app = program(
    {
      "index.js": PROGRAM,
      "documents/id-card.png": picture("identity card"),
      "documents/licence.jpg": picture("licence", "jpeg"),
      ...declaring({ brand: {} }),
    },
    { environment: () => vendor.environment },
  );

  const list = async () => (await vendor.control.signatures()).map(({ id, text, status }) => `${id} ${text} ${status}`);
  /** The calls so far that change something at the vendor. */
  const changes = async () => (await vendor.control.requests()).filter(({ method }) => method !== "GET").length;
  const urnOf = async (name: string) => (await app.pulumi.export()).resource(name).urn;
  const state = async (verb: string, ...args: string[]) => {
    const { code, output } = await app.pulumi.run(["state", verb, ...args, "--yes"]);
    expect(code, output).to.equal(0);
  };

  before(async () => {
    await app.pulumi.up();
    await vendor.control.approve(37582);
    await app.pulumi.refresh();
  });

  it("keeps everything under another name, by an alias", async () => {
    const before = await changes();
    app.write(declaring({ shop: { options: { aliases: [{ name: "brand" }] } } }));
    await app.pulumi.up();
    expect((await app.pulumi.export()).resource("shop").id).to.equal("37582");
    expect(await changes()).to.equal(before);
  });

  it("keeps everything inside a component, by an alias", async () => {
    const before = await changes();
    app.write(declaring({ shop: { options: { aliases: [{ atRoot: true }] } } }, "company"));
    await app.pulumi.up();
    expect(await urnOf("shop")).to.include("company:index:Brand$");
    expect(await changes()).to.equal(before);
  });

  it("is taken over under another name without an alias, and the old name's delete leaves it and says so", async () => {
    const before = await changes();
    app.write(declaring({ market: { adoptId: 37582 } }));
    const { output } = await app.pulumi.up();
    expect(output)
      .to.include("JPush: will take over 37582.")
      .and.include("【极光推送】 (37582) was taken over: approved.")
      .and.include('warning: 【极光推送】 (37582) stays at JPush: the resource "market" of ')
      .and.not.include("was deleted");
    expect((await app.pulumi.export()).resource("market").outputs).to.include({ servingSignId: 37582 });
    expect(await changes()).to.equal(before);
    expect(await list()).to.deep.equal(["37582 极光推送 approved"]);
  });

  it("is deleted by no rename and no replacement while it is protected: their previews fail", async () => {
    const before = await changes();
    const options = { protect: true };
    app.write(declaring({ market: { options } }));
    await app.pulumi.up();

    app.write(declaring({ other: {} }));
    const renamed = await app.pulumi.preview({ fails: true });
    expect(renamed.output).to.include("cannot be deleted").and.include("because it is protected");
    app.write(declaring({ market: { sign: "极光短信", options: { ...options, replaceOnChanges: ["sign"] } } }));
    expect((await app.pulumi.preview({ fails: true })).output).to.include("unable to replace resource");
    expect(await changes()).to.equal(before);
    await state("unprotect", await urnOf("market"));
  });

  it("goes with its state to another stack, and a resource of the old name has nothing of it", async () => {
    const before = await changes();
    await app.pulumi.run(["stack", "init", "other"]);
    await state("move", "--source", "dev", "--dest", "other", await urnOf("market"));
    app.write(declaring({ market: {} }));
    const moved = await app.pulumi.up(OTHER_STACK);
    expect(moved.output).not.to.match(/create|update/);
    expect(await changes()).to.equal(before);

    app.write(declaring({ market: { sign: "极光短信" } }));
    const { output } = await app.pulumi.up();
    expect(output).not.to.include("taken over");
    await app.pulumi.destroy();
    expect(await list()).to.deep.equal(["37582 极光推送 approved"]);
  });

  it("goes by its id to another stack, once the first has left it out of its state", async () => {
    const before = await changes();
    const there = await app.pulumi.run(["stack", "export"], OTHER_STACK);
    const urn = /urn:pulumi:other::[^"]*::market/.exec(there.stdout)?.[0] ?? "";
    await state("delete", "--stack", "other", urn);
    app.write(declaring({ market: { adoptId: 37582 } }));
    const { output } = await app.pulumi.up();
    expect(output).to.include("【极光推送】 (37582) was taken over: approved.");
    await app.pulumi.destroy(OTHER_STACK);
    expect(await changes()).to.equal(before);
  });

  it("is deleted by a replacement and by a rename without an alias, and each says so", async () => {
    app.write(declaring({ market: {} }));
    const replaced = await app.pulumi.up({ flags: ["--replace", await urnOf("market")] });
    expect(replaced.output).to.include("warning: 【极光推送】 (37582), which served, was deleted at JPush.");
    expect(await list()).to.deep.equal(["37584 极光推送 pending"]);

    app.write(declaring({ brand: {} }));
    const renamed = await app.pulumi.up();
    expect(renamed.output).to.include("【极光推送】 (37584) was deleted at JPush.");
    expect(await list()).to.deep.equal(["37585 极光推送 pending"]);
  });
});
