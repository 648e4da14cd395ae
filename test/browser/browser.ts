import { after, afterEach, before } from "mocha";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

/** Nothing of the machine's own, and nothing that asks for anything elsewhere. */
const flags = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** A page, and what went wrong in it. */
export interface Opened {
  readonly page: Page;
  /** Errors of its scripts, and what its policy forbade. */
  readonly problems: string[];
  /** Every address that it asked for. */
  readonly asked: string[];
}

export interface SuiteBrowser {
  /**
   * Opens an address. Without options it is in the one tab that all tests share, where each emulator is an origin of its
   * own; with options in a fresh profile, which is closed after the test.
   */
  open(url: string, options?: BrowserContextOptions): Promise<Opened>;
}

/** One for all suites: a browser takes longer to start than most tests take. */
let running: Browser | undefined;
let shared: Page | undefined;
after(async () => {
  await running?.close();
});

/** Chromium for the suite whose body calls this. Where this machine has none, the suite is skipped, and says so. */
export function browser(): SuiteBrowser {
  const pages: Page[] = [];
  before(async function () {
    if (running) return;
    this.timeout(60_000);
    const { findBrowser } = await import("../../tools/setup/browser.mjs");
    const found = await findBrowser();
    if (!found) {
      process.stderr.write("  no Chromium on this machine: the review console is not looked at\n");
      return this.skip();
    }
    // An empty profile in a temporary folder is what it starts with.
    running = await chromium.launch({ executablePath: found.command, args: flags });
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) {
      page.removeAllListeners();
      if (page !== shared) await page.context().close();
      else {
        await page.unrouteAll();
        await page.goto("about:blank");
      }
    }
  });

  async function tab(options: BrowserContextOptions = {}): Promise<Page> {
    if (!running) throw new Error("The browser runs only while the suite's hooks and tests do");
    const context = await running.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(10_000);
    return context.newPage();
  }
  return {
    async open(url, options) {
      const page = options ? await tab(options) : (shared ??= await tab());
      pages.push(page);
      const opened: Opened = { page, problems: [], asked: [] };
      page.on("pageerror", (error) => opened.problems.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") opened.problems.push(message.text());
      });
      page.on("request", (request) => opened.asked.push(request.url()));
      await page.goto(url);
      return opened;
    },
  };
}
