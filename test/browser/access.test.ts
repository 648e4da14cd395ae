import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { HuaweiRig } from "../emulator/huaweicloud";
import { closeAfterEach, COMPANY, start } from "../emulator/support";
import { browser } from "./browser";
import { Console } from "./Console";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What the rules of accessibility, or some of them, have against a page, or a part of it, as it is now. */
async function faultsOf(page: Page, part: string, rules?: readonly string[]): Promise<string[]> {
  if (await page.evaluate("!window.axe")) await page.evaluate(axe);
  const { violations } = await page.evaluate<{
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  }>(`axe.run("${part}", ${JSON.stringify(rules ? { runOnly: rules } : {})})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
  );
}

const heights = (nodes: { getBoundingClientRect(): { height: number } }[]) =>
  nodes.map((node) => node.getBoundingClientRect().height);

describe("the review console is for everybody", function () {
  this.timeout(30_000);
  const { open } = browser();
  closeAfterEach();

  it("is as large as the reader has set the browser's text", async () => {
    const { page } = await open((await start()).emulator.url);
    const sizes = await page.evaluate<string[]>(
      `["html", "body"].map((name) => getComputedStyle(document.querySelector(name)).fontSize)`,
    );
    // Nothing is set on the root, of which every size is a part.
    expect(sizes).to.deep.equal(["16px", "14px"]);
  });

  it("can be used without a mouse, and the focus is never lost", async () => {
    const rig = await start({ reviewsAtOnce: 3 });
    for (const sign of ["极光推送", "极光短信"]) await rig.created({ ...COMPANY, sign });
    const { page } = await open(rig.emulator.url);
    const console = new Console(page);
    await console.shows("极光短信", "Under review");
    const tabTo = async (text: string) => {
      for (let steps = 0; steps < 40 && (await console.focused()) !== text; steps++) await page.keyboard.press("Tab");
      expect(await console.focused()).to.equal(text);
    };

    await page.keyboard.press("Tab");
    expect(await console.focused()).to.equal("Skip to the signatures");
    await tabTo("Reject…");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Reject 【极光短信】" }).waitFor();
    await page.keyboard.type("unclear");
    await page.keyboard.press("Escape");
    expect(await console.focused(), "where it was before the dialog").to.equal("Reject…");
    await page.keyboard.press("Enter");
    await page.keyboard.type("blurred");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await console.shows("极光短信", "Rejected");
    expect((await rig.signatures())[1]!.history.at(-1)).to.include({ reason: "blurred" });
    await page.locator("h3 :focus", { hasText: "【极光短信】" }).waitFor();

    await tabTo("Approve");
    await rig.created({ ...COMPANY, sign: "极光通知" });
    await console.shows("极光通知", "Under review");
    expect(await console.focused(), "what comes meanwhile takes nothing away").to.equal("Approve");
    await page.keyboard.press("Enter");
    await console.shows("极光推送", "Approved");
    await page.locator("h3 :focus", { hasText: "【极光推送】" }).waitFor();
  });

  it("says aloud what happens, and only that", async () => {
    const rig = await start();
    const { page } = await open(rig.emulator.url);
    const console = new Console(page);
    const announcer = page.locator("#announcer");
    expect(await announcer.getAttribute("aria-live")).to.equal("polite");
    await page.getByText("Nothing is filed yet").waitFor();
    expect(await announcer.textContent()).to.equal("");
    const id = await rig.created();
    await announcer.filter({ hasText: "Filed: 【极光推送】" }).waitFor();
    await rig.review(id, "reject");
    await announcer.filter({ hasText: "【极光推送】: Rejected" }).waitFor();
    await rig.delete(id);
    await announcer.filter({ hasText: "Gone: 【极光推送】" }).waitFor();
    expect(await console.card("极光推送").count()).to.equal(0);
  });

  // The dark page differs in its colours alone.
  for (const [colorScheme, rules] of [["light"], ["dark", ["color-contrast"]]] as const) {
    it(`keeps to the rules of accessibility, ${colorScheme}`, async () => {
      const rig = await start({ reviewsAtOnce: 5 });
      const { page } = await open(rig.emulator.url, { colorScheme });
      await page.getByText("Nothing is filed yet").waitFor();
      expect(await faultsOf(page, "html", rules), "empty").to.deep.equal([]);

      await rig.reviewed("approve");
      await rig.control("/signatures/jpush/37582/default", "POST");
      await rig.reviewed("reject");
      await rig.created();
      const huawei = new HuaweiRig(rig.emulator);
      const lapsed = await huawei.created();
      await huawei.control(`/signatures/huaweicloud/${lapsed}`, "PATCH", { vendorStatus: "TO_BE_ACTIVATED" });
      await rig.control("/faults", "PUT", [{ kind: "hold", path: "/none" }]);
      await page.getByText("No answer until the faults change").first().waitFor();
      await page.getByText("Lapsed").first().waitFor();
      await page.getByText("Add a fault").click();
      await page.evaluate("document.querySelectorAll('.toggle[aria-expanded=false]').forEach((row) => row.click())");
      expect(await faultsOf(page, "html", rules), "filled").to.deep.equal([]);

      await page.getByRole("button", { name: "Reject…" }).first().click();
      expect(await faultsOf(page, "dialog[open]", rules), "dialog").to.deep.equal([]);
      await page.keyboard.press("Escape");
      await rig.emulator.close();
      await page.getByText("Not connected").waitFor();
      expect(await faultsOf(page, "header, #alert", rules), "not connected").to.deep.equal([]);
    });
  }

  it("follows the system's choice of light and dark", async () => {
    const rig = await start();
    const { page } = await open(rig.emulator.url, { colorScheme: "light" });
    const ground = () => page.evaluate<string>("getComputedStyle(document.documentElement).backgroundColor");
    const light = await ground();
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await ground()).not.to.equal(light);
  });

  it("fits a narrow screen", async () => {
    const rig = await start();
    await rig.created({ remark: "w".repeat(100) });
    const huawei = new HuaweiRig(rig.emulator);
    const lapsed = await huawei.created();
    await huawei.control(`/signatures/huaweicloud/${lapsed}`, "PATCH", { vendorStatus: "TO_BE_ACTIVATED" });
    const { page } = await open(rig.emulator.url, { viewport: { width: 340, height: 700 } });
    await new Console(page).shows("极光推送", "Under review");
    expect(await page.evaluate("document.documentElement.scrollWidth")).to.equal(340);
    const [number] = await page.locator("dd.digits", { hasText: "99000119900307001X" }).evaluateAll(heights);
    const [line] = await page.locator("dd", { hasText: "Company name" }).evaluateAll(heights);
    expect(number, "a number is not broken").to.equal(line);
  });

  it("speaks English and Chinese, by the browser's choice or the person's", async () => {
    const rig = await start();
    await rig.reviewed("reject");
    const { page, problems } = await open(rig.emulator.url, { locale: "zh-CN" });
    await page.getByText("未填写原因").waitFor();
    await page.getByRole("button", { name: "【极光推送】" }).click();
    expect(await page.evaluate("document.documentElement.lang")).to.equal("zh-CN");
    expect(await page.getByRole("listitem").first().textContent())
      .to.contain("公司名称")
      .and.contain("法人身份证");

    await page.getByLabel("语言").selectOption("English");
    await page.getByText("No reason given").waitFor();
    await page.reload();
    await page.getByText("No reason given").waitFor();
    expect(await page.evaluate("document.documentElement.lang")).to.equal("en");
    expect(await page.locator("body").textContent()).not.to.contain("驳回");
    expect(problems).to.deep.equal([]);
  });
});
