import { readFileSync } from "node:fs";
import { expect } from "chai";
import { sampleDocuments } from "../support/documents";
import { HuaweiRig } from "../emulator/huaweicloud";
import { closeAfterEach, COMPANY, start, type Rig } from "../emulator/support";
import { browser } from "./browser";
import { Console } from "./Console";

const scan = sampleDocuments["documents/id-card.jpg"];
const licence = sampleDocuments["documents/licence.png"];
const FILED = { ...COMPANY, idCardImage: scan, businessLicenseImage: licence };

describe("the review console", function () {
  this.timeout(30_000);
  const { open } = browser();
  closeAfterEach();

  async function opened(rig: Rig, options?: Parameters<typeof open>[1]) {
    const tab = await open(rig.emulator.url, options);
    return { ...tab, console: new Console(tab.page) };
  }

  it("shows what is filed as it comes: text, type, who, when, status, history, and the documents as pictures", async () => {
    const rig = await start();
    const { page, console, problems, asked } = await opened(rig);
    await page.getByText("Nothing is filed yet").waitFor();

    const id = await rig.created({ ...FILED, remark: "验证码" });
    await console.shows("极光推送", "Under review");
    const card = console.card("极光推送");
    for (const text of [
      "JPush",
      String(id),
      "Company name",
      "王样例",
      "99000119900307001X",
      "91350100M000100Y43",
      "验证码",
      "7d43…2d04",
    ]) {
      expect((await card.textContent())!.split(text), `${text}, once`).to.have.length(2);
    }
    expect((await card.textContent())!.split("极光推送"), "the text, once").to.have.length(2);
    const [filed] = (await rig.signatures())[0]!.history;
    expect(await card.locator(".history time").getAttribute("datetime")).to.equal(filed!.at);
    // Rejects for what is no picture.
    await page.evaluate("Promise.all([...document.querySelectorAll('.documents img')].map((image) => image.decode()))");
    expect(await card.locator(".documents").textContent()).to.equal("Identity cardBusiness licence");
    expect(await page.title()).to.equal("(1) Review console");

    await card.getByRole("button", { name: "Identity card" }).click();
    const dialog = page.getByRole("dialog", { name: "Identity card" });
    await dialog.getByTitle((await rig.signatures())[0]!.images[0]!.sha256).waitFor();
    await page.keyboard.press("Escape");
    expect(await dialog.isVisible()).to.equal(false);

    expect(problems).to.deep.equal([]);
    expect(new Set(asked.map((url) => new URL(url).origin))).to.deep.equal(new Set([rig.emulator.url]));
  });

  it("touches no card but those that are no longer as they were", async () => {
    const rig = await start({ reviewsAtOnce: 3 });
    for (const sign of ["极光推送", "极光短信", "极光统计"]) await rig.created({ ...FILED, sign });
    const { page, console } = await opened(rig);
    await console.shows("极光统计", "Under review");
    await page.evaluate(`{
      window.touched = new Set();
      const note = ({ target }) => touched.add((target.nodeType === 1 ? target : target.parentElement).closest(".card")?.dataset.signature);
      const all = { subtree: true, childList: true, attributes: true, characterData: true };
      new MutationObserver((records) => records.forEach(note)).observe(document.querySelector("#signatures"), all);
    }`);
    await rig.review(37583, "approve");
    await console.shows("极光短信", "Approved");
    expect(await page.evaluate("[...touched].filter(Boolean)")).to.deep.equal(["signatures/jpush/37583"]);
  });

  it("leads a program here with lines that are copied with one click, at the address by which it was opened", async () => {
    const rig = await start({ appKey: "K", masterSecret: "it's" });
    const url = rig.emulator.url.replace("127.0.0.1", "localhost");
    const { page } = await open(url, { permissions: ["clipboard-read", "clipboard-write"] });
    const lines = `export JPUSH_APP_KEY=K\nexport JPUSH_MASTER_SECRET='it'\\''s'\nexport JPUSH_ENDPOINT=${url}`;
    const section = page.getByRole("region", { name: "JPush" });
    expect(await section.locator("pre").textContent()).to.equal(lines);
    await section.getByRole("button", { name: "Copy JPush" }).click();
    await page.locator("#announcer", { hasText: "Copied" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).to.equal(lines);
    expect(await page.getByRole("region", { name: "Huawei Cloud" }).locator("pre").textContent()).to.contain(
      `export HW_IAM_ENDPOINT=${url}`,
    );

    const huawei = await new HuaweiRig(rig.emulator).created();
    await page.getByTitle(huawei).click();
    await page.locator(".id[data-copied]").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).to.equal(huawei);
  });

  it("shows a decided signature as one row, which opens, and says nothing twice", async () => {
    const rig = await start({ reviewsAtOnce: 2 });
    await rig.reviewed("reject", FILED);
    await rig.modify(37582, FILED);
    await rig.review(37582, "reject", "blurred");
    const { console } = await opened(rig);
    await console.shows("极光推送", "Rejected");
    const card = console.card("极光推送");
    const { height } = (await card.boundingBox())!;
    expect(height).to.be.lessThan(60);
    expect(await card.locator(".body").isVisible()).to.equal(false);

    await console.unfold("极光推送");
    expect((await card.boundingBox())!.height).to.be.greaterThan(2 * height);
    expect((await card.textContent())!.split("blurred")).to.have.length(2);
    await console.button("极光推送", "【极光推送】").click();
    expect((await card.boundingBox())!.height).to.equal(height);

    await console.unfold("极光推送");
    await rig.modify(37582, FILED);
    await console.shows("极光推送", "Under review");
    await rig.review(37582, "approve");
    await console.shows("极光推送", "Approved");
    expect(await card.locator(".body").isVisible(), "a decision closes it again").to.equal(false);
  });

  it("approves, rejects with a reason and sets the default, with one click each", async () => {
    const rig = await start({ reviewsAtOnce: 3 });
    for (const sign of ["极光推送", "极光短信"]) await rig.created({ ...FILED, sign });
    const { console } = await opened(rig);

    await console.approve("极光推送");
    await console.reject("极光短信", "The purpose is not clear");
    await console.unfold("极光推送");
    await console.button("极光推送", "Make default").click();
    await console.card("极光推送").getByText("Default", { exact: true }).waitFor();
    expect(await console.card("极光短信").locator(".verdict").textContent()).to.equal("The purpose is not clear");

    const [first, second] = await rig.signatures();
    expect(first).to.include({ status: "approved", isDefault: true });
    expect(second).to.include({ status: "rejected", isDefault: false });
    expect(second!.history.at(-1)).to.include({ event: "rejected", reason: "The purpose is not clear" });
    for (const name of ["Approve", "Reject…", "Let lapse"]) {
      expect(await console.button("极光推送", name).isVisible(), name).to.equal(false);
    }
  });

  it("shows both vendors' and lets one of Huawei Cloud's lapse", async () => {
    const rig = await start();
    const huawei = new HuaweiRig(rig.emulator);
    await rig.reviewed("approve", FILED);
    await huawei.created({ signature_name: "样例科技" });
    const { console } = await opened(rig);

    await console.approve("样例科技");
    expect(await console.card("样例科技").textContent())
      .to.contain("Huawei Cloud")
      .and.contain("Verification codes");
    expect(await console.button("样例科技", "Make default").isVisible()).to.equal(false);
    await console.unfold("样例科技");
    await console.button("样例科技", "Let lapse").click();
    await console.shows("样例科技", "Lapsed");
    expect((await huawei.signatures()).map(({ vendor, status }) => [vendor, status])).to.deep.equal([
      ["jpush", "approved"],
      ["huaweicloud", "inactive"],
    ]);
  });

  it("shows markup as the text that it is, wherever a program or a reviewer put it", async () => {
    const rig = await start();
    const markup = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`;
    const id = await rig.reviewed("reject", { ...FILED, remark: markup, legalPersonName: "<b>王</b>" });
    await rig.control(`/signatures/jpush/${id}`, "PATCH", { text: "<i>极光</i>" });
    await rig.modify(id, { ...FILED, remark: markup });
    await rig.review(id, "reject", markup);
    const { page, console, problems } = await opened(rig);
    await console.shows("极光推送", "Rejected");

    const card = console.card("极光推送");
    expect(await card.locator("dd", { hasText: "onerror" }).textContent()).to.equal(markup);
    expect(await card.locator(".verdict").textContent()).to.equal(markup);
    await rig.control(`/signatures/jpush/${id}`, "PATCH", { text: "<i>极光</i>" });
    await console.shows("<i>极光</i>", "Rejected");
    expect(await page.locator("main :is(b:not([data-status] b), i, script, img:not(.thumbnail img))").count()).to.equal(
      0,
    );
    expect(await page.title()).to.equal("Review console");
    expect(problems).to.deep.equal([]);
  });

  it("keeps a document that is no picture from being shown as anything", async () => {
    const rig = await start();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    // A vendor takes no such image, but a picture's first bytes are easily had.
    await rig.created({ ...FILED, idCardImage: Buffer.concat([licence.subarray(0, 8), svg]) });
    const { console, problems } = await opened(rig);
    await console.shows("极光推送", "Under review");
    expect(problems).to.deep.equal([]);
  });

  it("offers what is no picture as a file", async () => {
    const rig = await start();
    const huawei = new HuaweiRig(rig.emulator);
    const pdf = Buffer.from("%PDF-1.4 SAMPLE");
    const attorney = await huawei.uploaded("授权书.pdf", pdf);
    await huawei.created({
      signature_name: "样例科技",
      is_involved_third: "Yes",
      power_attorney_fileid: attorney,
      file_id: await huawei.uploaded("licence.png", licence),
    });
    const { page, console } = await opened(rig);
    await console.button("样例科技", "Power of attorney").click();
    const dialog = page.getByRole("dialog", { name: "Power of attorney" });
    await dialog.getByText("This file cannot be shown as a picture.").waitFor();
    expect(await dialog.getByRole("img").count()).to.equal(0);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("link", { name: "Save the file" }).click(),
    ]);
    expect(download.suggestedFilename()).to.equal("授权书.pdf");
    expect(readFileSync(await download.path())).to.deep.equal(pdf);

    await page.keyboard.press("Escape");
    await console.button("样例科技", "Business licence").click();
    await page
      .getByRole("dialog", { name: "Business licence" })
      .getByRole("img", { name: "Business licence" })
      .waitFor();
    expect(await page.getByText("This file cannot be shown as a picture.").isVisible()).to.equal(false);
  });

  it("holds no connection while nobody looks at it, however it was opened", async () => {
    const rig = await start();
    // Its script stays in the tab.
    const { page } = await opened(rig, {});
    await page.addInitScript(`
      window.streams = [];
      window.EventSource = class extends EventSource { constructor(address) { super(address); streams.push(this); } };
      window.away = true;
      Object.defineProperty(document, "hidden", { get: () => away });
      window.look = (at) => { away = !at; document.dispatchEvent(new Event("visibilitychange")); };
    `);
    await page.reload();
    const open = () => page.evaluate("streams.filter(({ readyState }) => readyState !== EventSource.CLOSED).length");
    expect(await open(), "opened behind another tab").to.equal(0);
    for (const at of [true, true, false, true]) {
      await page.evaluate(`look(${at})`);
      expect(await open()).to.equal(Number(at));
    }
    await page.getByText("Live").waitFor();
  });

  it("tries again also after an answer that is not the emulator's", async () => {
    const rig = await start();
    const { page } = await opened(rig);
    await page.getByText("Live").waitFor();
    let asked = 0;
    await page.route("**/_emulator/events", (route) =>
      asked++ === 0 ? route.fulfill({ status: 502, body: "" }) : route.continue(),
    );
    await page.reload();
    await page.getByText("Not connected").waitFor();
    await page.getByText("Live").waitFor();
  });

  it("chooses by status", async () => {
    const rig = await start({ reviewsAtOnce: 3 });
    await rig.reviewed("approve", { ...FILED, sign: "极光推送" });
    await rig.created({ ...FILED, sign: "极光短信" });
    const { page, console } = await opened(rig);
    await page.getByRole("radio", { name: "Under review 1" }).check({ force: true });
    expect(await page.getByRole("heading", { level: 3 }).allTextContents()).to.deep.equal(["【极光短信】"]);
    await console.button("极光短信", "Approve").click();
    await page.getByText("No signature has this status.").waitFor();
    expect(await console.focused(), "the keyboard stays near").to.equal("Signatures");
    await page.getByRole("radio", { name: "Approved 2" }).check({ force: true });
    expect(await page.getByRole("heading", { level: 3 }).allTextContents()).to.deep.equal([
      "【极光短信】",
      "【极光推送】",
    ]);
  });

  it("says in a dialog why a rejection did not go through, and keeps what was written", async () => {
    const rig = await start();
    const id = await rig.created(FILED);
    const { page, console } = await opened(rig);
    await console.button("极光推送", "Reject…").click();
    await page.getByLabel("Reason").fill("blurred");
    await rig.review(id, "approve");
    await console.shows("极光推送", "Approved");
    await page.keyboard.press("Control+Enter");
    const problem = page.getByRole("dialog").getByRole("alert");
    await problem.waitFor();
    expect(await problem.textContent()).to.contain("it is not under review, it is approved");
    expect(await page.getByLabel("Reason").inputValue()).to.equal("blurred");
    await page.getByRole("button", { name: "Cancel" }).click();
    expect((await rig.signatures())[0]!.status).to.equal("approved");
  });

  it("is busy while the emulator is, and does a thing once", async () => {
    const rig = await start();
    await rig.created(FILED);
    const { page, console } = await opened(rig);
    await console.shows("极光推送", "Under review");
    let asked = 0;
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route("**/review", async (route) => {
      asked++;
      await held;
      await route.continue();
    });
    const approve = console.button("极光推送", "Approve");
    await approve.click();
    expect(await approve.getAttribute("aria-disabled")).to.equal("true");
    // Not what a patient click waits for: it looks as if it could not be clicked.
    await approve.dispatchEvent("click");
    answer();
    await console.shows("极光推送", "Approved");
    expect(asked).to.equal(1);

    let load: () => void = () => undefined;
    const loading = new Promise<void>((resolve) => (load = resolve));
    await page.route("**/_emulator/signatures", async (route) => {
      await loading;
      await route.continue();
    });
    await page.reload();
    await page.getByText("Loading").waitFor();
    expect(await page.locator("#signatures").getAttribute("aria-busy")).to.equal("true");
    load();
    await console.shows("极光推送", "Approved");
    expect(await page.getByText("Loading").isVisible()).to.equal(false);
  });

  it("says that the emulator has gone, and goes on when it is back", async () => {
    const rig = await start();
    const { port } = new URL(rig.emulator.url);
    await rig.created(FILED);
    const { page, console } = await opened(rig);
    await console.shows("极光推送", "Under review");

    await rig.emulator.close();
    const alert = page.getByRole("alert").filter({ hasText: "The emulator does not answer." });
    await alert.waitFor();
    await page.getByText("Not connected").waitFor();
    await console.button("极光推送", "Approve").click();
    await alert.waitFor();

    const again = await start({ port: Number(port) });
    await again.reviewed("reject", { ...FILED, sign: "极光短信" });
    await console.shows("极光短信", "Rejected");
    expect(await page.getByRole("heading", { level: 3 }).allTextContents()).to.deep.equal(["【极光短信】"]);
    await page.getByText("Live").waitFor();
    expect(await alert.isVisible()).to.equal(false);
  });
});
