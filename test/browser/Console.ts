import { expect } from "chai";
import type { Locator, Page } from "playwright-core";

/** The review console as a person uses it: by what it says. */
export class Console {
  constructor(readonly page: Page) {}

  /** The card of a signature; of several of one text, the newest. */
  card(text: string): Locator {
    return this.page
      .getByRole("listitem")
      .filter({ has: this.page.getByRole("heading", { name: `【${text}】` }) })
      .first();
  }

  status(text: string): Locator {
    return this.card(text).locator(".status");
  }

  button(text: string, name: string): Locator {
    return this.card(text).getByRole("button", { name });
  }

  /** Opens the row of a signature that is decided. */
  async unfold(text: string): Promise<void> {
    const toggle = this.button(text, `【${text}】`);
    expect(await toggle.getAttribute("aria-expanded")).to.equal("false");
    await toggle.click();
    await this.card(text).locator(".history").waitFor();
  }

  async approve(text: string): Promise<void> {
    await this.button(text, "Approve").click();
    await this.shows(text, "Approved");
  }

  async reject(text: string, reason: string): Promise<void> {
    await this.button(text, "Reject…").click();
    const dialog = this.page.getByRole("dialog", { name: `Reject 【${text}】` });
    await dialog.getByLabel("Reason").fill(reason);
    await dialog.getByRole("button", { name: "Reject" }).click();
    await dialog.waitFor({ state: "hidden" });
    await this.shows(text, "Rejected");
  }

  /** Resolves once a signature's card is there and has this status. */
  async shows(text: string, status: string): Promise<void> {
    await this.card(text).locator(".status", { hasText: status }).waitFor();
  }

  /** The text of what has the focus. */
  focused(): Promise<string> {
    return this.page.evaluate<string>("document.activeElement.textContent.trim()");
  }
}
