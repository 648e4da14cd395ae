import { expect } from "chai";
import { killed } from "../kills/KilledStack";
import { describeEach } from "./support/frontEnds";
import type { Stack } from "./support/Stack";
import { UNKNOWN } from "./support/wire";

const NO_CREDENTIALS = { "jpush:appKey": "", "jpush:masterSecret": "" };
const WILL_FAIL = "An update will fail as things are: ";

async function previewed(stack: Stack, changes = {}): Promise<string> {
  await stack.preview(changes);
  return stack.lines();
}

describeEach("the preview of a first declaration", ({ frontEnd, withStack }) => {
  it(
    "says in words what will be filed, once, and asks the vendor nothing",
    withStack(async (stack) => {
      const lines = await previewed(stack);
      expect(lines.match(/JPush: will file 【极光推送】 for review\./g)).to.have.lengthOf(1);
      expect(await stack.warnings()).to.equal("");
      await stack.up();
      expect((await stack.lines()).match(/will file/g), "in the up of the same process too").to.have.lengthOf(1);
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);
    }),
  );

  it(
    "does so of a text that is not known yet",
    withStack(async (stack) => {
      expect(await previewed(stack, { sign: UNKNOWN })).to.include(
        "JPush: will file the signature, whose text is not known yet, for review.",
      );
    }),
  );

  for (const adoptId of [37582, UNKNOWN, [UNKNOWN, "37582"]]) {
    it(
      `foretells no filing where one may be taken over: ${JSON.stringify(adoptId)}`,
      withStack(async (stack) => {
        expect(await previewed(stack, { adoptId })).not.to.include("will file");
      }),
    );
  }

  it(
    "foretells no filing where a killed run has filed it: that is taken over",
    withStack(async (stack) => {
      await killed(stack, (each) => each.up(), "POST /v1/sign", "after");
      expect(await previewed(stack))
        .to.include("while it filed 【极光推送】 (37582). What it did is taken over.")
        .and.not.include("will file");
      await stack.up();
      expect(stack.outputs).to.include({ status: "pending", signId: 37582 });
    }),
  );

  it(
    "says nothing of filing what is not right",
    withStack(async (stack) => {
      const { failures } = await (await stack.plugin()).check({}, stack.inputs({ sign: "【极光】" }));
      expect(failures).to.have.lengthOf(1);
      expect(await stack.lines()).not.to.include("will file");
    }),
  );

  for (const [what, config, words] of [
    ["without credentials", NO_CREDENTIALS, "There are no credentials for JPush."],
    [
      "with an endpoint that is none",
      { "jpush:endpoint": "ftp://vendor.example" },
      `The setting ${frontEnd.settingNamed("jpush:endpoint")} cannot be used`,
    ],
  ] as const) {
    it(
      `${what} ends well and warns that an update will not`,
      withStack(
        async (stack) => {
          expect((await stack.preview()).operation).to.equal("create");
          expect(await stack.warnings()).to.include(WILL_FAIL + words);
        },
        { config },
      ),
    );
  }
});

describeEach("the preview of an update without credentials", ({ withStack }) => {
  it(
    "warns that it will fail where there is something to do, and only there",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      await stack.refresh();
      await stack.nextRun({ config: NO_CREDENTIALS });
      expect((await stack.preview()).operation).to.equal("same");
      expect(await stack.warnings()).not.to.include(WILL_FAIL);
      for (const changes of [{ sign: "极光通知" }, { supersededAfter: "3d" }]) {
        await stack.nextRun({ config: NO_CREDENTIALS });
        expect((await stack.preview(changes)).operation).to.equal("update");
        expect(await stack.warnings(), JSON.stringify(changes)).to.include(
          `${WILL_FAIL}There are no credentials for JPush.`,
        );
      }
    }),
  );
});
