import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CheckedInputs } from "../../provider/inputs/checks";
import { check as checkIn } from "../../provider/jpush/checks";
import type { CheckSettings } from "../../provider/jpush/settings";
import type { Document, Values } from "../../provider/values";

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

/** What a company declares, all of it right, with files nowhere. */
export const COMPANY: Values = {
  sign: "极光推送",
  type: 1,
  legalPersonName: "样本姓名",
  legalPersonIdNumber: "99000119900307001X",
  socialCreditCode: "91350100M000100Y43",
  idCardImage: elsewhere("identity card"),
  businessLicenseImage: elsewhere("licence"),
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
