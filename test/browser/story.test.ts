import { EventEmitter, once } from "node:events";
import { join } from "node:path";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { reviewFeed, reviewReceiver } from "pulumi-sms/review";
import { startEmulator, type Emulator } from "sms-emulator";
import { http, type Mounted } from "../review/mounts";
import { program, sampleDocuments, samplePair } from "../support";
import { browser } from "./browser";
import { Console } from "./Console";

const text = "极光推送";
const reason = "营业执照模糊: the licence is blurred";

const index = `
const { JPushSmsSignature } = require("pulumi-sms");
const { servingSignId, status, rejectionReason } = new JPushSmsSignature("brand", {
  sign: "${text}",
  type: 1,
  legalPersonName: "张样本",
  legalPersonIdNumber: "999999199001010008",
  socialCreditCode: "91999999000000000G",
  idCardImage: "documents/id-card.jpg",
  businessLicenseImage: "documents/licence.png",
  remark: require("./remark.json"),
});
module.exports = { servingSignId, status, rejectionReason };
`;

describe("a signature between pulumi up and its reviewer's page", function () {
  this.timeout(180_000);
  const { open } = browser();
  const told = new EventEmitter();
  let address: Mounted | undefined;
  let emulator: Emulator | undefined;

  before(async () => {
    const receiver = reviewReceiver({
      appKey: samplePair.appKey,
      masterSecret: samplePair.masterSecret,
      endpoint: "http://127.0.0.1",
      onReview: async (review) => {
        await reviewFeed(join(app.folder, "reviews.jsonl")).append(review);
        told.emit("review");
      },
    });
    address = await http(receiver);
    emulator = await startEmulator({ strict: true, callbackUrl: address.url });
  });
  const app = program(
    { "index.js": index, "remark.json": '"codes"', ...sampleDocuments },
    {
      config: { "jpush:reviewFeed": "reviews.jsonl" },
      environment: () => ({
        JPUSH_ENDPOINT: emulator!.url,
        JPUSH_APP_KEY: samplePair.appKey,
        JPUSH_MASTER_SECRET: samplePair.masterSecret,
      }),
    },
  );
  after(async () => {
    await emulator?.close();
    await address?.close();
  });

  const facts = async (page: Page) => (await page.locator(".card .history li > span").allTextContents()).join(", ");

  it("is filed, rejected for a reason that the program then knows, mended, approved, and used", async () => {
    const { page, problems } = await open(emulator!.url);
    const reviewer = new Console(page);
    await page.getByText("Nothing is filed yet").waitFor();

    await app.pulumi.up();
    await reviewer.shows(text, "Under review");
    expect(await reviewer.card(text).textContent())
      .to.include("张样本")
      .and.include("Identity card");

    const heard = once(told, "review");
    await reviewer.reject(text, reason);
    await heard;
    const refreshed = await app.pulumi.up({ flags: ["--refresh"] });
    expect(refreshed.output).to.include(reason);
    expect(await app.pulumi.outputs()).to.deep.equal({
      servingSignId: null,
      status: "rejected",
      rejectionReason: reason,
    });

    app.write({ "remark.json": '"Verification codes for the members of our shop"' });
    await app.pulumi.up();
    await reviewer.shows(text, "Under review");
    expect(await reviewer.card(text).textContent()).to.include("the members of our shop");
    expect((await app.pulumi.outputs())["rejectionReason"]).to.equal(null);

    await reviewer.approve(text);
    await app.pulumi.up({ flags: ["--refresh"] });
    expect(await app.pulumi.outputs()).to.deep.equal({
      servingSignId: 37582,
      status: "approved",
      rejectionReason: null,
    });
    expect(await facts(page)).to.equal("Filed, Rejected, Filed again, Approved");

    await app.pulumi.destroy();
    await page.getByText("Nothing is filed yet").waitFor();
    expect(problems).to.deep.equal([]);
  });
});
