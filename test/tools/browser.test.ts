import { expect } from "chai";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

describe("the set-up: a Chromium", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pulumi-sms-browser-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function fake(place: string, name: string, script: string): string {
    mkdirSync(join(folder, place), { recursive: true });
    const command = join(folder, place, name);
    writeFileSync(command, `#!/bin/sh\n${script}\n`);
    chmodSync(command, 0o755);
    return join(folder, place);
  }

  const found = async (...folders: string[]) => {
    const { findBrowser } = await import("../../tools/setup/browser.mjs");
    return findBrowser(folders.join(delimiter));
  };

  it("is found under whichever name it has, if it starts", async () => {
    const chrome = fake("chrome", "google-chrome", "echo Google Chrome 141.0.7390.54");
    expect(await found(join(folder, "nothing"), chrome)).to.deep.equal({
      command: join(chrome, "google-chrome"),
      version: "141.0.7390.54",
    });
  });

  it("is not the script that only tells how to get one", async () => {
    const stub = fake("stub", "chromium-browser", "echo 'Command requires the chromium snap to be installed.'; exit 1");
    const silent = fake("silent", "chromium", "exit 0");
    const chrome = fake("chrome", "google-chrome-stable", "echo Google Chrome 141.0.7390.54");
    expect((await found(stub, silent, chrome))?.command).to.equal(join(chrome, "google-chrome-stable"));
  });
});
