import { expect } from "chai";
import { emulator, program, type Program } from "../support";
import { REFRESHING } from "./example";
import { COMPANY, declaring } from "./support";

const TEXTS = { shop: ["极光甲", "极光乙"], bank: ["极光丙"] };

describe("signatures of two stacks that share an app, deployed on one schedule", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const [shop, bank] = [TEXTS.shop, TEXTS.bank].map((texts) =>
    program(declaring({ signatures: Object.fromEntries(texts.map((sign) => [sign, { ...COMPANY, sign }])) }), {
      settings: REFRESHING,
      environment: () => vendor.environment,
    }),
  ) as [Program, Program];

  /** Both come at once; neither run may fail. Gives the texts that it leaves waiting. */
  async function scheduled(): Promise<Set<string>> {
    const runs = await Promise.all([shop.pulumi.up(), bank.pulumi.up()]);
    const queued = /【(.*)】 is queued: JPush has another signature under review/g;
    return new Set(runs.flatMap(({ output }) => [...output.matchAll(queued)].map(([, text = ""]) => text)));
  }

  it("end all filed, each once and one after the other", async () => {
    const all = [...TEXTS.shop, ...TEXTS.bank];
    for (let filed = 1; filed <= all.length; filed++) {
      const queued = await scheduled();
      const signatures = await vendor.control.signatures();
      expect(signatures).to.have.lengthOf(filed);
      expect([...queued, ...signatures.map(({ text }) => text)]).to.have.members(all);
      const pending = signatures.filter(({ status }) => status === "pending");
      expect(pending).to.have.lengthOf(1);
      for (const { id } of pending) await vendor.control.approve(id);
    }
    const taken = (await vendor.control.requests()).filter(({ method, status }) => method === "POST" && status === 200);
    expect(taken).to.have.lengthOf(all.length);
  });
});
