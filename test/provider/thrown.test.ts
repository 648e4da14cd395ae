import { expect } from "chai";
import type { Resource } from "../../provider/resource";
import { signatureResource } from "../../provider/signature/signatureResource";
import { jpush } from "../../provider/jpush";
import { CallFailure, failing } from "./support/failures";
import { describeEach } from "./support/frontEnds";

const NAMELESS = "pulumi-sms failed without saying why. Please report this with what the run did.";

/** A resource each of whose calls throws that; it makes it more than once. */
function throwing(thrown: unknown): Resource {
  const fail = () => Promise.reject(thrown);
  const { type, settings, outputs } = signatureResource(jpush);
  return {
    type,
    settings,
    outputs,
    check: fail,
    previewCreate: fail,
    diff: fail,
    create: fail,
    import: fail,
    read: fail,
    update: fail,
    delete: fail,
  };
}

describeEach("whatever a call throws", ({ withStack }) => {
  for (const [what, thrown, says] of [
    ["an error", new Error("The vendor is closed."), "The vendor is closed."],
    ["an error without words", new Error(), NAMELESS],
    ["a text", "The vendor is closed.", "The vendor is closed."],
    ["an empty text", "", NAMELESS],
    ["nothing", undefined, NAMELESS],
    ["null", null, NAMELESS],
    ["an error with what the SDK takes for its own", Object.assign(new Error("No."), { id: "7", code: 5 }), "No."],
  ] as const) {
    it(
      `reaches the engine in words: ${what}`,
      withStack(
        async (stack) => {
          const plugin = await stack.plugin();
          const inputs = stack.inputs();
          for (const call of [
            () => plugin.check({}, inputs),
            () => plugin.diff("37582", inputs, inputs),
            () => plugin.create(inputs),
            () => plugin.read("37582", inputs, inputs),
            () => plugin.update("37582", inputs, inputs),
            () => plugin.delete("37582", inputs),
          ]) {
            expect((await failing(call(), CallFailure)).message).to.equal(says);
          }
        },
        { resource: throwing(thrown) },
      ),
    );
  }
});
