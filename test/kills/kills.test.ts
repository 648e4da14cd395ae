import { expect } from "chai";
import { Memory } from "../../provider/memory";
import { SessionFiles } from "../../provider/signature/session";
import { CLASSES } from "../provider/support/classes";
import { CallFailure, failing, InitialisationFailure } from "../provider/support/failures";
import { describeEach } from "../provider/support/frontEnds";
import { withStack, type Stack } from "../provider/support/Stack";
import { HUAWEI } from "./huawei";
import { JPUSH } from "./jpush";
import { killed } from "./KilledStack";
import { shapeOf, type KilledVendor, type Phase } from "./KilledVendor";
import { MOMENTS, type Moment } from "./positions";

/** Runs go on as they would in a pipeline, until nothing is to be done; nobody does anything but run them. */
async function settles(stack: Stack, phase: Phase): Promise<void> {
  for (let runs = 0; runs < 3; runs++) if ((await stack.up(phase.declared)) === "same") return;
  throw new Error("it does not settle");
}

/** JPush took a submission, and nobody has ever seen the answer. */
async function settlesByHand(stack: Stack, phase: Phase): Promise<void> {
  const sign = String(phase.declared?.["sign"] ?? "极光推送");
  const { message } = await failing(stack.up(phase.declared), InitialisationFailure);
  expect(message)
    .to.include(`【${sign}】`)
    .and.match(/at \d{4}-\d\d-\d\dT/);
  const told = await failing(stack.up(phase.declared), CallFailure);
  expect(told.message)
    .to.include(`【${sign}】`)
    .and.include("JPush console")
    .and.include("set adoptId to its id")
    .and.match(/at \d{4}-\d\d-\d\dT/);
  expect(await stack.vendor.list(), "nothing is filed twice").to.deep.equal(phase.leaves);
  const [id] = phase.leaves.at(-1)!.split(" ");
  await settles(stack, { ...phase, declared: { ...phase.declared, adoptId: Number(id) } });
}

/** Without what all paths of the vendor begin with. */
async function callsOf(stack: Stack, { root }: KilledVendor): Promise<string[]> {
  return (await stack.vendor.calls()).map((call) => call.replace(root, ""));
}

/** As the process sends it. */
function sentAs(call: string, { root }: KilledVendor): string {
  return call.replace(" ", ` ${root}`);
}

async function recovers(stack: Stack, vendor: KilledVendor, phase: Phase, call: string, moment: Moment): Promise<void> {
  if (phase.declared === undefined) await phase.run(stack);
  else if (call === vendor.losing && moment === "between") await settlesByHand(stack, phase);
  else await settles(stack, phase);
  expect(await stack.vendor.list()).to.deep.equal(phase.leaves);
  if (stack.state === null) return;
  await stack.refresh();
  expect(await stack.up(phase.declared)).to.equal("same");
  await stack.nextRun();
  expect(await stack.folder.read("journal"), "the journal while the state tells it all").to.have.length.below(2);
  await stack.destroy();
  expect(await stack.vendor.list()).to.deep.equal([]);
}

/** A call that stands in a phase for the nth time. */
interface Position {
  readonly call: string;
  readonly nth: number;
}

function positionsIn(calls: readonly string[]): readonly Position[] {
  return calls.map((call, index) => ({ call, nth: calls.slice(0, index + 1).filter((each) => each === call).length }));
}

function methodsOf(thing: object): string[] {
  const prototype = Object.getPrototypeOf(thing) as object;
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { value }]) =>
    name !== "constructor" && typeof value === "function" ? [name] : [],
  );
}

for (const vendor of [JPUSH, HUAWEI]) {
  const { sample } = vendor;

  describe(`the table of a run's calls at ${vendor.name}`, () => {
    it("knows every call, and a phase for each", () => {
      const found = vendor.kind.accountOf({
        sources: { explicit: null, environment: {}, config: sample.config("https://sample.example") },
        environment: {},
        folder: ".",
        memory: new Memory(),
      });
      if (found.kind !== "ready") throw new Error("there is no account");
      const { account } = found;
      const filing = account.filing({}, new SessionFiles({}, { uploaded: async () => undefined }));
      const calls = [account, filing].flatMap(methodsOf).filter((name) => name !== "filing");
      const table = Object.entries(vendor.calls).filter(([name, shapes]) => shapes.length > 0 || calls.includes(name));
      expect(calls).to.have.members(table.map(([name]) => name));
      const phases = Object.values(vendor.phases).flatMap((phase) => phase.calls.map(shapeOf));
      expect([...new Set(phases)]).to.have.members([...new Set(table.flatMap(([, shapes]) => shapes))]);
    });

    for (const [name, phase] of Object.entries(vendor.phases)) {
      it(
        `has everything that a ${name} asks of the vendor`,
        withStack(
          async (stack) => {
            await phase.prepare?.(stack);
            // The next one has a process of its own, as where a run is killed.
            await stack.nextRun();
            const before = await callsOf(stack, vendor);
            await phase.run(stack);
            const calls = (await callsOf(stack, vendor)).slice(before.length);
            // Queries of several ids leave together.
            expect([...calls].sort()).to.deep.equal([...phase.calls].sort());
            expect(await stack.vendor.list()).to.deep.equal(phase.leaves);
          },
          { sample },
        ),
      );
    }
  });

  describeEach(`a run that is killed at ${vendor.name}`, ({ frontEnd, withStack }) => {
    for (const [name, phase] of Object.entries(vendor.phases)) {
      describe(`in a ${name}`, () => {
        const isQuery = (call: string) => call.startsWith("GET");
        const isLast = (index: number) => index === phase.calls.length - 1;
        // Between two calls of the vendor the same code runs for every front end, so the classes alone are killed there. What a
        // front end does itself shows after the last call, and in a create, which leaves the next run no state.
        const isOwn = (index: number) => frontEnd === CLASSES || name === "create" || isLast(index);
        // A query leaves what the call before it leaves, and nobody lives to see the answer of the last call.
        const positions = positionsIn(phase.calls).filter(
          ({ call }, index) => isOwn(index) && (!isQuery(call) || isLast(index)),
        );

        for (const { call, nth } of positions) {
          const moments = isQuery(call) ? (["after"] as const) : MOMENTS;
          for (const moment of moments) {
            it(
              `${moment} ${call}${nth === 1 ? "" : `, number ${nth}`}`,
              withStack(
                async (stack) => {
                  const uploads = async () =>
                    (await callsOf(stack, vendor)).filter((each) => each === vendor.leaking).length;
                  await phase.prepare?.(stack);
                  await stack.nextRun();
                  const before = await uploads();
                  await killed(stack, phase.run, sentAs(call, vendor), moment, nth);
                  await recovers(stack, vendor, phase, call, moment);
                  const lost = call === vendor.leaking && moment === "between" ? 1 : 0;
                  const needed = phase.calls.filter((each) => each === vendor.leaking).length;
                  expect((await uploads()) - before - lost, "uploads whose answer was seen").to.equal(needed);
                },
                { sample },
              ),
            );
          }
        }
      });
    }
  });
}
