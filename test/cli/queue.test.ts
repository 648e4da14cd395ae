import { expect } from "chai";
import { setTimeout as sleep } from "node:timers/promises";
import { REFRESHING } from "../examples/support";
import { emulator, program, type FiledSignature, type Program } from "../support";
import { COMPANY, declaring } from "./support";

const TEXTS = { shop: [..."甲乙丙丁戊"], bank: [..."己庚辛壬癸"] };

/** A scheduled run may find the review still open: so many are enough for ten, whoever comes first. */
const MOST_ROUNDS = 12;

describe("ten signatures of two stacks that share an app", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const [shop, bank] = [TEXTS.shop, TEXTS.bank].map((letters) =>
    program(
      declaring({
        signatures: Object.fromEntries(letters.map((letter) => [letter, { ...COMPANY, sign: `极光${letter}` }])),
      }),
      {
        settings: REFRESHING,
        environment: () => vendor.environment,
      },
    ),
  ) as [Program, Program];

  /** Both schedules come at once; neither run may fail. */
  const scheduled = () => Promise.all([shop.pulumi.up(), bank.pulumi.up()]);
  const under = async (status: string): Promise<FiledSignature[]> =>
    (await vendor.control.signatures()).filter((each) => each.status === status);

  it("are declared at once: one is filed, and the others are queued", async () => {
    const lines = (await scheduled()).flatMap(
      ({ output }) => output.match(/【.*】 is queued: JPush has another signature under review/g) ?? [],
    );
    expect(await under("pending")).to.have.lengthOf(1);
    expect(new Set(lines)).to.have.lengthOf(9);
  });

  it("say in a preview that they wait, and for which review where this stack's state shows it", async () => {
    const [{ text, id } = expect.fail("none is under review")] = await under("pending");
    const isFiled = (letter: string) => text === `极光${letter}`;
    for (const [app, letters] of [
      [shop, TEXTS.shop],
      [bank, TEXTS.bank],
    ] as const) {
      const { output } = await app.pulumi.preview();
      const reasons = (letter: string) =>
        [
          ...output.matchAll(
            new RegExp(`will file 【极光${letter}】 for review\\. It waits until its turn comes: (.*)\\.`, "g"),
          ),
        ].map(([, reason]) => reason);
      // Those whose turn came before the one under review was seen are named in a line of its own.
      const awaited = output.split("\n").find((line) => line.includes(`【${text}】 (${id}) is under review: `)) ?? "";
      for (const letter of letters.filter((each) => !isFiled(each))) {
        if (letters.some(isFiled)) {
          const isNamed =
            reasons(letter).includes(`【${text}】 (${id}) is under review`) || awaited.includes(`【极光${letter}】`);
          expect(isNamed, output).to.equal(true);
        } else {
          expect(new Set(reasons(letter)), output).to.deep.equal(
            new Set(["JPush takes one submission of an account at a time"]),
          );
        }
      }
    }
  });

  it("end all filed, each once and one after the other, by scheduled runs and a reviewer alone", async () => {
    const ended = new AbortController();
    const reviewer = (async () => {
      while (!ended.signal.aborted) {
        for (const { id } of await under("pending")) await vendor.control.approve(id);
        await sleep(200);
      }
    })();
    try {
      for (let round = 0; round < MOST_ROUNDS && (await under("approved")).length < 10; round++) await scheduled();
    } finally {
      ended.abort();
      await reviewer;
    }
    await scheduled();
    const statuses = [shop, bank].map(async ({ pulumi }) =>
      Object.values(await pulumi.outputs()).map((each) => (each as { status: string }).status),
    );
    expect((await Promise.all(statuses)).flat()).to.deep.equal(Array.from({ length: 10 }, () => "approved"));
    const texts = (await vendor.control.signatures()).map((each) => each.text).sort();
    expect(texts).to.deep.equal([...TEXTS.shop, ...TEXTS.bank].map((letter) => `极光${letter}`).sort());
    const taken = (await vendor.control.requests()).filter(({ method, status }) => method === "POST" && status === 200);
    expect(taken).to.have.lengthOf(10);
    for (const { pulumi } of [shop, bank]) await pulumi.preview({ flags: ["--expect-no-changes"] });
  });
});
