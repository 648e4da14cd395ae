import { expect } from "chai";
import { callbackAddresses } from "../emulator/receiver";
import { closeAfterEach, start } from "../emulator/support";
import { browser } from "./browser";

describe("the review console's workbench", function () {
  this.timeout(30_000);
  const { open } = browser();
  closeAfterEach();
  const address = callbackAddresses();

  it("switches faults on and off, and shows how often they still happen", async () => {
    const rig = await start();
    const { page } = await open(rig.emulator.url);
    const panel = page.getByRole("region", { name: "Faults" });
    await panel.getByText("No faults: every call").waitFor();

    await panel.getByText("Add a fault").click();
    await panel.getByLabel("What happens").selectOption("An answer with this status or code");
    await panel.getByLabel("Method").selectOption("GET");
    await panel.getByLabel("Path begins with").fill("/v1/sign");
    await panel.getByLabel("How often").fill("2");
    await panel.getByLabel("Vendor’s code").fill("50009");
    await panel.getByRole("button", { name: "Switch on", exact: true }).click();
    await panel.getByText("times left: 2").waitFor();
    expect((await rig.control("/faults")).json).to.deep.equal([
      { kind: "status", method: "GET", path: "/v1/sign", times: 2, code: 50009, taken: false },
    ]);
    expect((await rig.query(1)).text).to.contain("50009");
    await panel.getByText("times left: 1").waitFor();

    await panel.getByLabel("What happens").selectOption("A late answer");
    await panel.getByLabel("How often").fill("");
    await panel.getByLabel("Milliseconds").fill("5");
    await panel.getByLabel("The request takes effect all the same").check();
    await panel.getByRole("button", { name: "Switch on", exact: true }).click();
    await panel.getByRole("listitem").filter({ hasText: "A late answer" }).waitFor();
    expect((await rig.control("/faults")).json).to.deep.include({
      kind: "delay",
      method: "GET",
      path: "/v1/sign",
      ms: 5,
      taken: true,
    });

    await panel.getByRole("button", { name: /^Switch off: An answer/ }).click();
    await panel.getByRole("button", { name: /^Switch off: An answer/ }).waitFor({ state: "detached" });
    await panel.getByRole("button", { name: /^Switch off: A late answer/ }).click();
    await panel.getByText("No faults: every call").waitFor();
    expect((await rig.control("/faults")).json).to.deep.equal([]);
  });

  it("says what the emulator has against a fault", async () => {
    const rig = await start();
    const { page } = await open(rig.emulator.url);
    await page.getByText("Add a fault").click();
    await page.getByLabel("Path begins with").fill("/v1 sign");
    await page.route("**/_emulator/faults", (route) =>
      route.request().method() === "PUT" ? route.continue({ postData: '[{"kind":"explode"}]' }) : route.continue(),
    );
    await page.getByRole("button", { name: "Switch on", exact: true }).click();
    const alert = page.getByRole("alert").filter({ hasText: "one of status, cut-before" });
    await alert.waitFor();
    await alert.getByRole("button", { name: "Dismiss" }).click();
    expect(await alert.isVisible()).to.equal(false);
  });

  it("shows the vendors' calls as they come, the newest first", async () => {
    const rig = await start();
    const { page } = await open(rig.emulator.url);
    await page.getByText("None so far.").waitFor();
    await rig.created();
    await rig.query(1);
    const rows = page.locator("#requests tbody tr");
    await rows.nth(1).waitFor();
    const shown = (await rows.allTextContents()).map((text) => text.replace(/^\d\d:\d\d:\d\d/, ""));
    const [first] = (await rig.control("/requests")).json as { bytes: number }[];
    expect(shown).to.deep.equal(["GET /v1/sign/14030", `POST /v1/sign200${first!.bytes}`]);

    await rig.control("/faults", "PUT", [{ kind: "hold", times: 1 }]);
    const held = rig.query(2);
    await page.getByRole("cell", { name: "none", exact: true }).waitFor();
    await rig.control("/faults", "PUT", []);
    await held;
    await page.getByRole("cell", { name: "none", exact: true }).waitFor({ state: "detached" });
  });

  it("shows what is called back, and when it is tried again", async () => {
    const to = await address();
    to.answers.push(500);
    const rig = await start({ callbackUrl: to.url });
    const id = await rig.created();
    const { page } = await open(rig.emulator.url);
    const panel = page.getByRole("region", { name: "Callbacks" });
    await panel.getByText("The address has passed its check.").waitFor();
    await page.getByRole("button", { name: "Approve" }).click();
    await panel.getByText(`${id} · Approved`).waitFor();
    await panel.getByText("next try").waitFor();
    await panel.getByText("HTTP 500").waitFor();
    await page.getByRole("button", { name: "+3m" }).click();
    await panel.getByText("delivered").waitFor();
    expect(to.posted).to.have.length(2);
  });

  it("says once that the address did not pass its check", async () => {
    const to = await address();
    to.echo = () => "another text";
    const rig = await start({ callbackUrl: to.url });
    await rig.reviewed("approve");
    const { page } = await open(rig.emulator.url);
    const panel = page.getByRole("region", { name: "Callbacks" });
    await panel.getByText("has not passed its check").waitFor();
    await panel.getByText("next try").waitFor();
    expect((await panel.innerText()).match(/check/g)).to.have.length(1);
  });

  it("shows the emulator's clock and moves it", async () => {
    const rig = await start({ autoApprove: "20h" });
    await rig.created();
    const { page } = await open(rig.emulator.url);
    const panel = page.getByRole("region", { name: "The emulator’s clock" });
    await panel.getByRole("button", { name: "+24h" }).click();
    await panel.getByText("ahead of real time by 1 day").waitFor();
    await page.locator(".status", { hasText: "Approved" }).waitFor();
    await rig.control("/clock", "POST", { advance: "1h" });
    await panel.getByText("ahead of real time by 1 day 1 hour").waitFor();
    await rig.control("/reset", "POST");
    await panel.getByText("ahead of real time").waitFor({ state: "detached" });
    await page.getByText("Nothing is filed yet").waitFor();
  });
});
