import { expect } from "chai";
import { shownIdOf } from "../huawei/rig";
import { CallFailure, failing } from "./support/failures";
import { HUAWEI_SAMPLE } from "./support/Sample";
import { PLUGIN } from "./support/sms";
import { withStack, type Stack } from "./support/Stack";
import type { Wire } from "./support/wire";

/** What is declared counts as what was filed: nothing is filed, and then nothing changes any more. */
async function settles(stack: Stack, declared?: Wire): Promise<void> {
  const before = await stack.vendor.changes();
  expect(await stack.up(declared)).to.equal("update");
  expect(await stack.up(declared)).to.equal("same");
  expect(await stack.vendor.changes()).to.deep.equal(before);
}

/** The inputs that an import gives. */
function inputsOf(stack: Stack): Wire {
  const { __resource, ...inputs } = stack.existing.inputs;
  return inputs;
}

const DECLARED = { sign: "占位签名" };

// The classes have no import: their states hold more than an id tells.
describe("an import of JPush", () => {
  for (const status of ["approved", "pending", "rejected", "default"] as const)
    it(
      `takes a signature that is ${status} as it is, and files nothing`,
      withStack(
        async (stack) => {
          const id = await stack.vendor.occupy();
          if (status === "rejected") await stack.vendor.reject(id);
          if (status === "approved" || status === "default") await stack.vendor.approve(id);
          if (status === "default") await stack.vendor.makeDefault(id);
          await stack.import(id);
          const shown = status === "pending" ? "under review" : status === "rejected" ? "rejected" : "approved";
          expect(await stack.lines()).to.include(
            `【占位签名】 (${id}) was imported: ${shown}. JPush gives back neither documents`,
          );
          const serves = status === "approved" || status === "default";
          expect(inputsOf(stack)).to.deep.equal(DECLARED);
          expect(stack.outputs).to.include({
            signId: id,
            status: status === "default" ? "approved" : status,
            isDefault: status === "default",
            servingSignId: serves ? id : null,
          });
          await settles(stack, DECLARED);
        },
        { frontEnd: PLUGIN },
      ),
    );

  it(
    "files what is declared otherwise from then on",
    withStack(
      async (stack) => {
        const id = await stack.vendor.occupy();
        await stack.vendor.reject(id);
        await stack.import(id);
        await settles(stack, DECLARED);
        const before = await stack.vendor.changes();
        await stack.up({ ...DECLARED, thirdPartyCompanyName: "样例科技" });
        expect(await stack.vendor.changes()).to.deep.equal([...before, `POST /v1/sign/${id}`]);
      },
      { frontEnd: PLUGIN },
    ),
  );

  it(
    "finds nothing where there is nothing, and says so",
    withStack(
      async (stack) => {
        const { message } = await failing(stack.import(99999), CallFailure);
        expect(message).to.include("JPush knows no signature 99999 in this account");
        const wrong = await failing(stack.import("brand"), CallFailure);
        expect(wrong.message).to.include("a sign_id of JPush is a whole number");
      },
      { frontEnd: PLUGIN },
    ),
  );
});

describe("an import of Huawei Cloud", () => {
  for (const status of ["approved", "pending", "rejected"] as const)
    for (const [name, idOf] of [
      ["the id that the console shows", shownIdOf],
      ["the key of the API", (key: string) => key],
    ] as const)
      it(
        `takes a signature that is ${status} by ${name}, with its type and its source`,
        withStack(
          async (stack) => {
            await stack.up();
            const key = stack.id;
            if (status === "approved") await stack.vendor.approve(key);
            if (status === "rejected") await stack.vendor.reject(key);
            await stack.forget();
            await stack.import(idOf(key));
            const { signatureName, signatureType, signatureSource } = HUAWEI_SAMPLE.inputs;
            expect(stack.id).to.equal(key);
            expect(inputsOf(stack)).to.deep.equal({ signatureName, signatureType, signatureSource });
            expect(stack.outputs).to.include({ status });
            await settles(stack);
          },
          { frontEnd: PLUGIN, sample: HUAWEI_SAMPLE },
        ),
      );
});
