import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CheckedInputs } from "../../provider/inputs/checks";
import { check as checkIn } from "../../provider/jpush/checks";
import type { CheckSettings } from "../../provider/jpush/settings";
import type { Document, Values } from "../../provider/values";
import { png } from "../documents/samples";

export const SETTINGS: CheckSettings = { numberChecks: "error", maxSignLength: 8 };

/** Checks inputs, by default where no documents are. */
export function check(
  olds: Values | null,
  news: Values,
  settings: CheckSettings,
  folder = ".",
): Promise<CheckedInputs> {
  return checkIn(olds, news, settings, folder);
}

/** A document whose file is nowhere. */
export function elsewhere(seed: string): Document {
  return { sha256: createHash("sha256").update(seed).digest("hex") };
}

const HELD = mkdtempSync(join(tmpdir(), "held-"));
process.once("exit", () => rmSync(HELD, { recursive: true, force: true }));

/** A document whose file can be read. */
export function held(seed: string): Document {
  const bytes = Buffer.concat([png(), Buffer.from(seed)]);
  const path = join(HELD, createHash("sha256").update(seed).digest("hex"));
  writeFileSync(path, bytes);
  return { sha256: createHash("sha256").update(bytes).digest("hex"), path };
}

/** What a company declares, all of it right. */
export const COMPANY: Values = {
  sign: "极光推送",
  type: 1,
  legalPersonName: "样本姓名",
  legalPersonIdNumber: "99000119900307001X",
  socialCreditCode: "91350100M000100Y43",
  idCardImage: held("identity card"),
  businessLicenseImage: held("licence"),
};

/** A folder with documents of known hashes, removed when it is done with. */
export class Folder {
  private constructor(readonly path: string) {}

  static async make(): Promise<Folder> {
    return new Folder(await mkdtemp(join(tmpdir(), "signature-")));
  }

  async document(path: string, bytes: Uint8Array): Promise<Document> {
    await mkdir(dirname(join(this.path, path)), { recursive: true });
    await writeFile(join(this.path, path), bytes);
    return { sha256: createHash("sha256").update(bytes).digest("hex"), path };
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true });
  }
}
