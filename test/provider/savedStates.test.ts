import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HUAWEI_SAMPLE, JPUSH_SAMPLE } from "./support/Sample";
import { withStack, type State } from "./support/Stack";
import { asOfNow } from "./support/time";

/*
 * States as earlier versions saved them. The files are never changed: every later version must read them. A new form of
 * the ledger adds a file of its own. They are read as if they had been saved just now: no time limit has run out.
 */

for (const [file, sample] of [
  ["jpush.v1.json", JPUSH_SAMPLE],
  ["huawei.v1.json", HUAWEI_SAMPLE],
  ["jpush.v2.json", JPUSH_SAMPLE],
  ["huawei.v2.json", HUAWEI_SAMPLE],
] as const) {
  describe(`the state in ${file}`, () => {
    const text = readFileSync(join(__dirname, "../fixtures", file), "utf8");
    const saved = JSON.parse(asOfNow(text)) as State;

    it(
      "is read, and is the same as what the program declares",
      withStack(
        async (stack) => {
          stack.state = { ...saved, unfinished: false };
          expect((await stack.preview(saved.inputs)).operation).to.equal("same");
          expect(await stack.warnings()).to.equal("");
        },
        { sample },
      ),
    );

    it(
      "is refused in words where a later version wrote it",
      withStack(
        async (stack) => {
          const later = { ...(saved.outputs["__ledger"] as object), v: 3 };
          stack.state = { ...saved, outputs: { ...saved.outputs, __ledger: later }, unfinished: false };
          await stack.preview(saved.inputs);
          expect(await stack.warnings()).to.include("written by a newer pulumi-sms");
        },
        { sample },
      ),
    );
  });
}
