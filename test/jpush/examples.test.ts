import { expect } from "chai";
import { REVISIONS } from "../../provider/jpush/revisions";
import { formParts } from "../../provider/jpush/content";
import type { Part } from "../../provider/http/multipart";
import type { Values } from "../../provider/values";
import { sha256 } from "../documents/samples";
import { Shell, SCANS, type Ran } from "./curl";
import { EXAMPLES, type Example, type Line, type Outcome, type Page } from "./examples";
import { rawParts, Recorder, type Recorded } from "./Recorder";
import { accountAt, connect, JPushRig, PARTS, type Connected } from "./rig";
import { Folder, SETTINGS } from "./signatures";

const TEXT: readonly Part[] = [{ wireName: "sign", text: "极光推送", secret: false }];
const ID = 37582;

/** What the pages print as the answer to a query. */
const QUERIED = {
  "2026-04": { sign_id: ID, sign: "极光推送", status: 1, is_default: 1, use_status: 1 },
  "2018-11": { sign_id: ID, sign: "极光推送", status: 1, is_default: 1, use_status: 1 },
  "2018-03": { sign_id: ID, sign: "极光推送", status: 1, use_status: 1 },
} as const;

function outcome({ exit, status, body }: Ran): Outcome {
  const [, code] = /^\{"error":\{"code":(\d+),"message":"[^"]+"\}\}$/.exec(body) ?? [];
  return {
    ...(exit === 0 ? {} : { exit: exit ?? -1 }),
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { code: Number(code) }),
  };
}

describe("the curl examples of JPush's pages, by a real curl", () => {
  const rigs = new Map<string, JPushRig>();
  let shell: Shell;
  before(async () => {
    shell = await Shell.make();
    for (const revision of Object.keys(REVISIONS) as Page["revision"][])
      rigs.set(revision, await JPushRig.start({ revision }));
  });
  after(async () => {
    await Promise.all([...rigs.values()].map((rig) => rig.close()));
    await shell.remove();
  });

  /** The emulator of the page's time, with what the example speaks of. */
  async function prepared({ page: { revision }, operation }: Example): Promise<JPushRig> {
    const rig = rigs.get(revision)!;
    await rig.reset();
    if (operation === "create") return rig;
    const vendor = connect(accountAt(rig.url), {
      revision: REVISIONS[revision],
      prepare: async () => (revision === "2026-04" ? PARTS : TEXT),
    });
    expect(await vendor.submit()).to.deep.equal({ kind: "taken", id: ID });
    await rig.review(ID, operation === "modify" ? "reject" : "approve");
    if (operation === "query") {
      await rig.makeDefault(ID);
      await rig.patch(ID, { inUse: true });
    }
    return rig;
  }

  for (const example of EXAMPLES) {
    const { page, operation, printed, asPrinted, repair, repaired } = example;
    const name = `${page.title}, ${operation}`;

    it(`${name}, as printed: ${JSON.stringify(asPrinted)}`, async () => {
      const rig = await prepared(example);
      expect(outcome(await shell.run(printed, rig.url))).to.deep.equal(asPrinted);
    });

    it(`${name}, ${repair === null ? "needs no repair" : `repaired (${repair})`}, gets the answer that the page prints`, async () => {
      const rig = await prepared(example);
      const ran = await shell.run([repaired], rig.url);
      expect({ exit: ran.exit, status: ran.status }).to.deep.equal({ exit: 0, status: 200 });
      if (operation === "delete") {
        expect(ran.body).to.equal("");
        expect(await rig.signatures()).to.deep.equal([]);
      } else {
        expect(JSON.parse(ran.body)).to.deep.equal(operation === "query" ? QUERIED[page.revision] : { sign_id: ID });
      }
    });
  }

  it("whose lines are not joined file the text alone, and words for a type are refused", async () => {
    const example = EXAMPLES.find(({ page, operation }) => page.revision === "2018-11" && operation === "create")!;
    const rig = await prepared(example);
    await shell.run(example.printed, rig.url);
    expect((await rig.signatures()).map(({ fields }) => fields)).to.deep.equal([{ sign: "申请的签名" }]);
    await rig.reset();
    expect(outcome(await shell.run([example.printed.flat()], rig.url))).to.deep.equal({ status: 403, code: 50007 });
  });

  it("file what they say", async () => {
    for (const example of EXAMPLES.filter(({ operation }) => operation === "create" || operation === "modify")) {
      const rig = await prepared(example);
      await shell.run([example.repaired], rig.url);
      const [signature, ...others] = await rig.signatures();
      expect(others).to.deep.equal([]);
      const given = example.repaired
        .filter((_, index) => example.repaired[index - 1] === "-F")
        .map((field) => field.split("="));
      const texts = given.filter(([, value]) => !value?.startsWith("@"));
      expect(signature?.fields).to.deep.equal(Object.fromEntries(texts));
      const images = given.flatMap(([name, value]) =>
        value?.startsWith("@") ? [[name, sha256(SCANS[value.slice("@/path/to/".length) as keyof typeof SCANS])]] : [],
      );
      expect(signature?.images.map(({ field, sha256: hash }) => [field, hash])).to.deep.equal(images);
    }
  });
});

describe("what the provider sends, beside the repaired examples", () => {
  let recorder: Recorder;
  let shell: Shell;
  let folder: Folder;
  before(async () => {
    [recorder, shell, folder] = await Promise.all([Recorder.start(), Shell.make(), Folder.make()]);
  });
  after(async () => {
    await Promise.all([recorder.close(), shell.remove(), folder.remove()]);
  });

  /** What a program declares to file what an example sends. */
  async function declaredBy(line: Line, revision: Page["revision"]): Promise<Values> {
    const fields = line
      .filter((_, index) => line[index - 1] === "-F")
      .map((field) => field.split("=") as [string, string]);
    const inputs: { [input: string]: Values[string] } = { apiRevision: revision };
    for (const [name, value] of fields) {
      const scan = Object.entries(SCANS).find(([path]) => value === `@/path/to/${path}`)?.[1];
      if (scan === undefined) inputs[name] = value;
      else if (/^image\d$/.test(name))
        inputs["images"] = [
          ...((inputs["images"] as Values[] | undefined) ?? []),
          { ...(await folder.document(name, scan)) },
        ];
      else inputs[name] = await folder.document(name, scan);
    }
    return inputs;
  }

  async function sentByProvider(
    line: Line,
    { revision }: Page,
    call: (vendor: Connected) => Promise<unknown>,
  ): Promise<Recorded> {
    const inputs = await declaredBy(line, revision);
    const prepare = () => formParts(inputs, SETTINGS, folder.path);
    await call(connect(accountAt(recorder.url), { revision: REVISIONS[revision], prepare }));
    return recorder.take();
  }

  async function sentByCurl(line: Line): Promise<Recorded> {
    expect((await shell.run([line], recorder.url)).status).to.equal(200);
    return recorder.take();
  }

  const CALLS: { readonly [operation in Example["operation"]]: (vendor: Connected) => Promise<unknown> } = {
    create: (vendor) => vendor.submit(),
    modify: (vendor) => vendor.modify(ID),
    query: (vendor) => vendor.query(ID),
    delete: (vendor) => vendor.remove(ID),
  };

  /** A user's file name is nobody's business: the provider gives one of its own. */
  const neutral = (head: string) => head.replace(/filename="[^"]*"/, 'filename="…"');

  function compare(provider: Recorded, curl: Recorded): void {
    const line = ({ method, path, authorization }: Recorded) => ({ method, path, authorization });
    expect(line(provider)).to.deep.equal(line(curl));
    if (curl.body.length === 0) {
      expect(provider.body.length).to.equal(0);
      return;
    }
    const [ours, theirs] = [rawParts(provider), rawParts(curl)];
    expect(ours.map(({ head }) => neutral(head))).to.deep.equal(theirs.map(({ head }) => neutral(head)));
    ours.forEach(({ head, content }, index) => expect(content.equals(theirs[index]!.content), head).to.equal(true));
    for (const { head } of ours) expect(head).not.to.match(/idcard\.jpg|business_license/);
  }

  for (const { page, operation, repaired } of EXAMPLES) {
    it(`is the same, part by part: ${page.title}, ${operation}`, async () => {
      const provider = await sentByProvider(repaired, page, CALLS[operation]);
      compare(provider, await sentByCurl(repaired));
    });
  }

  for (const [revision, images] of [
    ["2018-11", ["image0"]],
    ["2018-03", ["image0", "image1", "image2", "image3"]],
  ] as const) {
    it(`is the same with the images that the page of ${revision} lists and its example leaves out`, async () => {
      const example = EXAMPLES.find(({ page, operation }) => page.revision === revision && operation === "create")!;
      const files = images.flatMap((name, index) => ["-F", `${name}=@/path/to/${Object.keys(SCANS)[index % 2]}`]);
      const remark = example.repaired.findIndex((word) => word.startsWith("remark=")) - 1;
      const line =
        remark < 0
          ? [...example.repaired, ...files]
          : [...example.repaired.slice(0, remark), ...files, ...example.repaired.slice(remark)];
      const provider = await sentByProvider(line, example.page, CALLS.create);
      compare(provider, await sentByCurl(line));
    });
  }

  it("is told from curl's by the header that ends in a semicolon alone", async () => {
    const example = EXAMPLES.find(({ page, operation }) => page.revision === "2018-03" && operation === "create")!;
    expect((await sentByCurl(example.repaired)).contentType).to.match(/^multipart\/form-data;; boundary=-+\w+$/);
    const { contentType } = await sentByProvider(example.repaired, example.page, CALLS.create);
    expect(contentType).to.match(/^multipart\/form-data; boundary=-+\w+$/);
  });
});
