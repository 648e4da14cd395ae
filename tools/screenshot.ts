import { join } from "node:path";
import { chromium } from "playwright-core";
import { startEmulator } from "sms-emulator";
import { ControlPlane } from "./control/ControlPlane";
import { root } from "./hermetic";
import { fileWithHuawei, fileWithJPush } from "./screenshot/filings";

// `npm run screenshot`: the review console with made-up signatures, as a picture for the documentation.

const picture = join(root, "docs", "console.png");

async function main(): Promise<void> {
  const { findBrowser } = await import("./setup/browser.mjs");
  const found = await findBrowser();
  if (!found)
    throw new Error("There is no Chromium on this machine: install one, or run `npm test` as root on Debian once");
  const emulator = await startEmulator({ reviewsAtOnce: 3, port: 4010 }).catch(() =>
    startEmulator({ reviewsAtOnce: 3 }),
  );
  const { url } = emulator;
  const browser = await chromium.launch({
    executablePath: found.command,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
  });
  try {
    const [jpush, huawei] = [new ControlPlane(url), new ControlPlane(url, "huaweicloud")];
    const approved = await fileWithJPush(url, "极光推送", "SAMPLE: verification codes for our app");
    await jpush.approve(approved);
    await jpush.makeDefault(approved);
    await huawei.approve(await fileWithHuawei(url, "样例科技"));
    await jpush.reject(
      await fileWithJPush(url, "极光通知", "SAMPLE: news"),
      "The purpose of the messages is not clear",
    );
    await fileWithJPush(url, "极光短信", "SAMPLE: verification codes for the members of our shop");
    await jpush.faults([{ kind: "cut-after", method: "POST", path: "/v1/sign", times: 1 }]);

    const page = await browser.newPage({
      viewport: { width: 1360, height: 740 },
      deviceScaleFactor: 1.25,
      locale: "en-GB",
      colorScheme: "light",
    });
    await page.goto(url);
    await page.getByRole("heading", { name: "【极光短信】" }).waitFor();
    await page.getByText("Live").waitFor();
    await page.evaluate(
      "Promise.all([...document.querySelectorAll('.thumbnail img')].map((image) => { image.loading = 'eager'; return image.decode(); }))",
    );
    await page.screenshot({ path: picture });
  } finally {
    await browser.close();
    await emulator.close();
  }
  process.stdout.write(`${picture}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
