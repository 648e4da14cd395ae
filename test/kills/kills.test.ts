import { expect } from "chai";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { jpush } from "../../provider/jpush";
import { CallFailure, failing, InitialisationFailure } from "../provider/support/failures";
import { withStack, type Stack } from "../provider/support/Stack";
import { killed, withKilledStack } from "./KilledStack";
import { PHASES, type Phase } from "./phases";
import { MOMENTS, STEPS, VENDOR_CALLS, type Moment } from "./positions";

const SUBMISSION = "POST /v1/sign";

/** `DELETE /v1/sign/37582` → `DELETE /v1/sign/{id}` */
const shapeOf = (call: string) => call.replace(/\d+$/, "{id}");

describe("the table of moments at which a run is killed", () => {
  it("knows every step of the plan", () => {
    const source = ts.createSourceFile("plan.ts", readFileSync(resolve(__dirname, "../../provider/lifecycle/plan.ts"), "utf8"), ts.ScriptTarget.Latest);
    const alias = source.statements.filter(ts.isTypeAliasDeclaration).find(({ name }) => name.text === "Step");
    const steps = [...(alias?.type.getText(source) ?? "").matchAll(/readonly do: "(\w+)"/g)].map(([, step]) => step);
    expect(steps).to.have.members(Object.keys(STEPS)).and.have.length.above(10);
  });

  it("knows every call of the vendor, and a phase for each", () => {
    const account = jpush.accountOf({ "jpush:appKey": "key", "jpush:masterSecret": "secret" });
    if (account.kind !== "ready") throw new Error("there is no account");
    const calls = Object.entries(account.connect({})).flatMap(([name, part]) => (typeof part === "function" ? [name] : []));
    const table = Object.entries(VENDOR_CALLS).filter(([, shape]) => shape !== null);
    expect(calls).to.have.members(table.map(([name]) => name));
    const killed = new Set(Object.values(PHASES).flatMap((phase) => phase.calls.map(shapeOf)));
    expect([...killed]).to.have.members(table.map(([, shape]) => shape));
  });

  for (const [name, phase] of Object.entries(PHASES)) {
    it(
      `has everything that a ${name} asks of the vendor`,
      withStack(async (stack) => {
        await phase.prepare?.(stack);
        const before = await stack.vendor.calls();
        await phase.run(stack);
        const calls = (await stack.vendor.calls()).slice(before.length);
        // Queries of several ids leave together.
        expect([...calls].sort()).to.deep.equal([...phase.calls].sort());
        expect(await stack.vendor.list()).to.deep.equal(phase.leaves);
      }),
    );
  }
});

/** Runs go on as they would in a pipeline, until nothing is to be done; nobody does anything but run them. */
async function settles(stack: Stack, phase: Phase): Promise<void> {
  for (let runs = 0; runs < 3; runs++) if ((await stack.up(phase.declared)) === "same") return;
  throw new Error("it does not settle");
}

/** JPush took a submission, and nobody has ever seen the answer. */
async function settlesByHand(stack: Stack, phase: Phase): Promise<void> {
  const sign = String(phase.declared?.["sign"] ?? "极光推送");
  const { message } = await failing(stack.up(phase.declared), InitialisationFailure);
  expect(message).to.include(`【${sign}】`).and.match(/at \d{4}-\d\d-\d\dT/);
  const told = await failing(stack.up(phase.declared), CallFailure);
  expect(told.message).to.include(`【${sign}】`).and.include("JPush console").and.include("set adoptId to its id").and.match(/at \d{4}-\d\d-\d\dT/);
  expect(await stack.vendor.list(), "nothing is filed twice").to.deep.equal(phase.leaves);
  const [id] = phase.leaves.at(-1)!.split(" ");
  await settles(stack, { ...phase, declared: { ...phase.declared, adoptId: Number(id) } });
}

async function recovers(stack: Stack, phase: Phase, call: string, moment: Moment): Promise<void> {
  if (phase.declared === undefined) await phase.run(stack);
  else if (call === SUBMISSION && moment === "between") await settlesByHand(stack, phase);
  else await settles(stack, phase);
  expect(await stack.vendor.list()).to.deep.equal(phase.leaves);
  if (stack.state === null) return;
  await stack.refresh();
  expect(await stack.up(phase.declared)).to.equal("same");
  await stack.destroy();
  expect(await stack.vendor.list()).to.deep.equal([]);
  expect(await stack.folder.read("journal"), "what the journal still holds").to.have.length.below(2);
}

describe("a run that is killed", function () {
  this.timeout(60_000);
  for (const [name, phase] of Object.entries(PHASES)) {
    describe(`in a ${name}`, () => {
      const calls = [...new Set(phase.calls)];
      const queries = calls.filter((call) => call.startsWith("GET"));

      for (const call of calls.filter((each) => !queries.includes(each))) {
        it(`at ${call}: before it, before its answer is seen, and before the state is saved`, async () => {
          await Promise.all(
            MOMENTS.map((moment) =>
              withKilledStack(async (stack) => {
                await phase.prepare?.(stack);
                await killed(stack, phase.run, call, moment);
                await recovers(stack, phase, call, moment).catch((cause: unknown) => {
                  throw new Error(`${moment}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
                });
              }),
            ),
          );
        });
      }

      if (queries.length > 0) {
        it(`at every moment of its queries, one after the other`, () =>
          withKilledStack(async (stack) => {
            await phase.prepare?.(stack);
            for (const call of queries) for (const moment of MOMENTS) await killed(stack, phase.run, call, moment);
            await recovers(stack, phase, "", "after");
          }));
      }
    });
  }
});
