import { expect } from "chai";
import { CheckFailure } from "./support/failures";
import { APP_KEY, MASTER_SECRET, PERSON, picture } from "./support/samples";
import { withStack, type Stack } from "./support/Stack";
import { fileAsset, sha256, type Wire } from "./support/wire";

/** What only the current revision has, taken away. */
const NOTHING: Wire = {
  type: undefined,
  legalPersonName: undefined,
  legalPersonIdNumber: undefined,
  socialCreditCode: undefined,
  idCardImage: undefined,
  businessLicenseImage: undefined,
};

const LICENCE = "documents/licence.jpg";
const CARD = "documents/id-card.png";

const images = (stack: Stack, ...paths: string[]) => paths.map((path) => fileAsset(stack.folder.path, path));
const november = (stack: Stack, more: Wire = {}): Wire => ({
  ...NOTHING,
  apiRevision: "2018-11",
  images: images(stack, LICENCE),
  ...more,
});
const march = (stack: Stack, more: Wire = {}): Wire => ({
  ...NOTHING,
  apiRevision: "2018-03",
  images: images(stack, LICENCE),
  ...more,
});

/** What is filed, as the vendor sees it. */
async function filed(stack: Stack): Promise<object[]> {
  return (await stack.vendor.signatures()).map(({ id, status, fields, images: scans }) => ({
    id,
    status,
    fields,
    images: Object.fromEntries(scans.map((scan) => [scan.field, scan.sha256])),
  }));
}

async function refusals(run: Promise<unknown>): Promise<string> {
  try {
    await run;
  } catch (error) {
    if (error instanceof CheckFailure) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("a signature of revision 2018-11", () => {
  it(
    "goes the whole way: filed, rejected, filed again, approved, changed beside the old text, deleted",
    withStack(
      async (stack) => {
        const { vendor } = stack;
        const first = november(stack, { type: 2, remark: "样例" });
        expect(await stack.up(first)).to.equal("create");
        const licence = sha256(picture("licence", "jpeg"));
        expect(await filed(stack)).to.deep.equal([
          {
            id: 37582,
            status: "pending",
            fields: { sign: "极光推送", type: "2", remark: "样例" },
            images: { image0: licence },
          },
        ]);

        await vendor.reject(37582);
        await stack.refresh();
        const corrected = november(stack, { type: 2, images: images(stack, CARD) });
        expect(await stack.up(corrected)).to.equal("update");
        expect(await filed(stack)).to.deep.equal([
          {
            id: 37582,
            status: "pending",
            fields: { sign: "极光推送", type: "2" },
            images: { image0: sha256(picture("identity card")) },
          },
        ]);

        await vendor.approve(37582);
        await vendor.makeDefault(37582);
        await stack.refresh();
        expect(stack.outputs).to.include({
          status: "approved",
          servingSignId: 37582,
          isDefault: true,
          inUse: false,
        });
        expect(
          await stack.up(november(stack, { type: 2, images: images(stack, CARD), remark: "另一个样例" })),
        ).to.equal("update");
        expect(await vendor.list(), "a word to the reviewers files nothing").to.deep.equal(["37582 极光推送 approved"]);

        const changed = { ...corrected, sign: "极光短信", supersededAfter: "0s" };
        expect(await stack.up(changed)).to.equal("update");
        expect(await vendor.list()).to.deep.equal(["37582 极光推送 approved", "37583 极光短信 pending"]);
        await vendor.approve(37583);
        await stack.refresh();
        expect(stack.outputs).to.include({ servingSignId: 37583 });
        await stack.up(changed);
        expect(await vendor.list(), "the default one stays").to.deep.equal([
          "37582 极光推送 approved",
          "37583 极光短信 approved",
        ]);
        await vendor.makeDefault(37583);
        await stack.refresh();
        expect(await stack.up(changed), "no longer the default, as a query says").to.equal("update");
        expect(await vendor.list()).to.deep.equal(["37583 极光短信 approved"]);
      },
      { emulator: { revision: "2018-11" } },
    ),
  );
});

describe("a signature of revision 2018-03", () => {
  it(
    "goes the whole way with four documents, and what is in use stays until a person says otherwise",
    withStack(
      async (stack) => {
        const { vendor } = stack;
        await stack.folder.write("documents/more.png", picture("more"));
        const four = images(stack, LICENCE, CARD, "documents/more.png", CARD);
        const first = march(stack, { images: four, supersededAfter: "0s" });
        expect(await stack.up(first)).to.equal("create");
        const [licence, card, more] = [picture("licence", "jpeg"), picture("identity card"), picture("more")].map(
          sha256,
        );
        expect(await filed(stack)).to.deep.equal([
          {
            id: 37582,
            status: "pending",
            fields: { sign: "极光推送" },
            images: { image0: licence, image1: card, image2: more, image3: card },
          },
        ]);

        await vendor.approve(37582);
        await vendor.change(37582, { inUse: true });
        await stack.refresh();
        expect(stack.outputs).to.include({
          status: "approved",
          servingSignId: 37582,
          isDefault: null,
          inUse: true,
        });

        const changed = { ...first, sign: "极光短信" };
        await stack.up(changed);
        await vendor.approve(37583);
        await stack.refresh();
        await stack.up(changed);
        expect(await stack.warnings())
          .to.contain("50105")
          .and.contain("does not delete a signature that is in use")
          .and.not.contain("default signature");
        expect(await vendor.list()).to.deep.equal(["37582 极光推送 approved", "37583 极光短信 approved"]);

        await vendor.change(37582, { inUse: false });
        await stack.refresh();
        const calls = await vendor.changes();
        expect(await stack.up(changed), "this revision never says that it is deletable now").to.equal("same");
        expect(await vendor.changes()).to.deep.equal(calls);

        await stack.destroy();
        expect(await vendor.list()).to.deep.equal([]);
      },
      { emulator: { revision: "2018-03" } },
    ),
  );

  it(
    "is the same after its approval, wherever its files have moved",
    withStack(
      async (stack) => {
        const declared = (scans: Wire[]): Wire => ({ ...NOTHING, apiRevision: "2018-03", images: scans });
        await stack.up(declared(images(stack, CARD, LICENCE)));
        await stack.vendor.approve(37582);
        await stack.refresh();
        await stack.folder.move(LICENCE, "scans/licence.jpg");
        const [card = {}, licence = {}] = images(stack, CARD, "scans/licence.jpg");
        expect(await stack.up(declared([card, licence]))).to.equal("same");
        await stack.up(declared([card, { sha256: licence["hash"] }]));
        expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);
      },
      { emulator: { revision: "2018-03" } },
    ),
  );

  it(
    "tells a destroy that one in use cannot be deleted, and goes on when it no longer is",
    withStack(
      async (stack) => {
        await stack.up(march(stack));
        await stack.vendor.approve(37582);
        await stack.vendor.change(37582, { inUse: true });
        let message = "";
        await stack.destroy().catch((error: Error) => (message = error.message));
        expect(message).to.contain("37582").and.contain("in use");
        await stack.vendor.change(37582, { inUse: false });
        await stack.destroy();
        expect(await stack.vendor.list()).to.deep.equal([]);
      },
      { emulator: { revision: "2018-03" } },
    ),
  );
});

describe("a signature that was filed years ago", () => {
  for (const [revision, declared] of [
    ["2018-11", november],
    ["2018-03", march],
  ] as const) {
    it(
      `is taken over by its id in revision ${revision}, watched, and filed again like a new one`,
      withStack(
        async (stack) => {
          const { vendor } = stack;
          const form = new FormData();
          form.set("sign", "极光推送");
          const authorization = `Basic ${Buffer.from(`${APP_KEY}:${MASTER_SECRET}`).toString("base64")}`;
          await fetch(`${vendor.url}/v1/sign`, { method: "POST", body: form, headers: { authorization } });
          await vendor.approve(37582);

          expect(await stack.up(declared(stack, { adoptId: 37582 }))).to.equal("create");
          expect(stack.existing).to.include({ id: "37582" });
          expect(stack.outputs).to.include({ status: "approved", servingSignId: 37582 });
          expect(await stack.up(declared(stack, { adoptId: 37582 }))).to.equal("same");
          expect(await vendor.changes()).to.deep.equal(["POST /v1/sign"]);

          await stack.up(declared(stack, { adoptId: 37582, sign: "极光短信" }));
          expect(await vendor.list()).to.deep.equal(["37582 极光推送 approved", "37583 极光短信 pending"]);
        },
        { emulator: { revision } },
      ),
    );
  }
});

describe("another revision's inputs, from a JavaScript program,", () => {
  it(
    "are refused by name, with the revisions that have them",
    withStack(async (stack) => {
      const text = await refusals(stack.preview({ images: images(stack, LICENCE) }));
      expect(text).to.contain('images: apiRevision "2026-04" does not have it, only "2018-11" and "2018-03"');
      const old = await refusals(stack.preview(march(stack, { type: 1, legalPersonName: PERSON })));
      expect(old).to.contain('type: apiRevision "2018-03" does not have it, only "2026-04" and "2018-11"');
      expect(old).to.contain('legalPersonName: apiRevision "2018-03" does not have it, only "2026-04"');
      expect(await refusals(stack.preview({ apiRevision: "2018-12" }))).to.contain("apiRevision: not a revision");
    }),
  );
});

describe("changing a signature's revision", () => {
  const emulator = { revision: "2018-11", strict: false } as const;

  it(
    "keeps it where what both have is the same, and the preview says so; from there it is like any other",
    withStack(
      async (stack) => {
        const { vendor } = stack;
        await stack.up(march(stack));
        await vendor.approve(37582);
        await stack.refresh();

        const second = november(stack, { type: 1 });
        expect((await stack.preview(second)).operation).to.equal("update");
        expect(await stack.lines()).to.contain(
          'keeps 【极光推送】 (37582) as it is: all that apiRevision "2018-03" and "2018-11" have in common is the same',
        );
        expect(await stack.up(second)).to.equal("update");
        expect(await stack.up(second)).to.equal("same");

        const third: Wire = { type: 1 };
        expect((await stack.preview(third)).operation).to.equal("update");
        expect(await stack.lines()).to.contain(
          'keeps 【极光推送】 (37582) as it is: all that apiRevision "2018-11" and "2026-04" have in common is the same',
        );
        expect(await stack.up(third)).to.equal("update");
        expect(await stack.up(third)).to.equal("same");
        await stack.refresh();
        expect(await stack.up(third)).to.equal("same");
        expect(await vendor.changes()).to.deep.equal(["POST /v1/sign"]);
        expect(stack.outputs).to.include({ status: "approved", servingSignId: 37582, signId: 37582 });

        expect(await stack.up({ ...third, legalPersonName: "另一样本" }), "a change under the new revision").to.equal(
          "update",
        );
        expect(await vendor.list()).to.deep.equal(["37582 极光推送 approved", "37583 极光推送 pending"]);
      },
      { emulator },
    ),
  );

  it(
    "keeps one under review, whose review goes on",
    withStack(
      async (stack) => {
        await stack.up(march(stack));
        await stack.up(november(stack));
        expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);
        expect(stack.outputs).to.include({ status: "pending", signId: 37582 });
        await stack.vendor.approve(37582);
        await stack.refresh();
        expect(stack.outputs).to.include({ status: "approved", servingSignId: 37582 });
      },
      { emulator },
    ),
  );

  it(
    "files what differs beside the one that serves, and the preview says which",
    withStack(
      async (stack) => {
        await stack.up(march(stack));
        await stack.vendor.approve(37582);
        await stack.refresh();
        const other = november(stack, { images: images(stack, CARD) });
        expect((await stack.preview(other)).operation).to.equal("update");
        expect(await stack.lines()).to.contain(
          'What is declared does not count as what was filed: of all that apiRevision "2018-03" and "2018-11" have in common, images differs',
        );
        expect(await stack.lines()).to.contain(
          "will file 【极光推送】 for review; an update keeps 【极光推送】 (37582) serving until 【极光推送】 is approved",
        );
        expect(await stack.up(other)).to.equal("update");
        expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved", "37583 极光推送 pending"]);
        expect(stack.outputs).to.include({ servingSignId: 37582, signId: 37583, status: "pending" });
      },
      { emulator },
    ),
  );

  it(
    "counts a changed type, which both have",
    withStack(
      async (stack) => {
        await stack.up(november(stack, { type: 2 }));
        await stack.vendor.approve(37582);
        await stack.refresh();
        await stack.preview({ type: 1 });
        expect(await stack.lines()).to.contain(
          'What is declared does not count as what was filed: of all that apiRevision "2018-11" and "2026-04" have in common, type differs',
        );
      },
      { emulator },
    ),
  );

  it(
    "files a rejected one again: the other revision may be the cure",
    withStack(
      async (stack) => {
        await stack.up(march(stack));
        await stack.vendor.reject(37582);
        await stack.refresh();
        await stack.up(november(stack));
        expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign", "POST /v1/sign/37582"]);
      },
      { emulator },
    ),
  );
});
