import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EmulatorOptions } from "sms-emulator";
import { resolveAccess, type ProjectAccess } from "../../provider/huawei/access";
import { sourcesOf } from "../../provider/settings/sources";
import { HuaweiAccount } from "../../provider/huawei/account";
import type { HuaweiFiling } from "../../provider/huawei/filing";
import type { FilingAnswer, HeldFiles, SignatureId, UploadedFiles } from "../../provider/lifecycle/vendor";
import { NoWaiting } from "../http/NoWaiting";
import { Memory } from "../../provider/memory";
import type { Document, Values } from "../../provider/values";
import type { Timing } from "../../provider/http/timing";
import { png } from "../documents/samples";
import { Emulated } from "../vendors/Emulated";

export const ACCESS_KEY = "QTWAOYTTINDUT2QVKYUC";
export const SECRET_KEY = "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc";
export const PROJECT_ID = "77b6a44cba5143ab91d13ab9a8ff44fd";

export const KEYS = { "huaweicloud:accessKey": ACCESS_KEY, "huaweicloud:secretKey": SECRET_KEY };

/** The settings that lead to an emulator, but for the credentials. */
const placesAt = (url: string) => ({
  "huaweicloud:endpoint": url,
  "huaweicloud:iamEndpoint": url,
  "huaweicloud:region": "cn-north-4",
  "huaweicloud:projectId": PROJECT_ID,
});

/** The settings that lead to an emulator and let one in; nothing is tried twice. */
export const settingsAt = (url: string) => ({ ...placesAt(url), ...KEYS, "huaweicloud:maxTries": "1" });

/** The emulator's signature_id of the signature with that primary key. */
export function shownIdOf(id: SignatureId): string {
  return createHash("sha256").update(`signature_id ${id}`).digest("hex").slice(0, 32);
}

/** What needs no document and no more than every signature has. */
export const ENTERPRISE: Values = {
  appName: "sample",
  signatureName: "样例科技",
  signatureSource: 0,
  signatureType: "VERIFY_CODE_TYPE",
  involvesThirdParty: false,
};

/** An account whose limits can be changed down to milliseconds, which a user's cannot. */
export function accountAt(
  url: string,
  settings: Readonly<Record<string, string>> = KEYS,
  limits: Partial<ProjectAccess["limits"]> = {},
): ProjectAccess {
  const resolution = resolveAccess(sourcesOf({ ...placesAt(url), ...settings }, {}));
  if (resolution.kind === "unidentified") throw new Error("it has no project id");
  if (resolution.kind !== "ready") throw resolution.error;
  return { ...resolution.access, limits: { ...resolution.access.limits, ...limits } };
}

/** A vendor whose filings need no journal. */
export interface Connected
  extends Pick<HuaweiAccount, "query" | "remove" | "find" | "keysOf" | "activate">, Pick<HuaweiFiling, "prepare"> {
  submit(): Promise<FilingAnswer>;
  modify(id: SignatureId): Promise<FilingAnswer>;
  /** The documents that the vendor keeps, as the state would have them. */
  files(): HeldFiles;
}

/** All tests of a file are one process. */
export const MEMORY = new Memory();

export interface Connection {
  readonly inputs?: Values;
  readonly files?: HeldFiles;
  readonly folder?: string;
  readonly timing?: Timing;
}

export function connect(
  account: ProjectAccess,
  { inputs = ENTERPRISE, files = {}, folder = ".", timing = new NoWaiting() }: Connection = {},
): Connected {
  const asked = new HuaweiAccount(account, { memory: MEMORY, timing, folder });
  const nothing = async () => undefined;
  const uploads = new Uploads(files);
  const filing = asked.filing(inputs, uploads);
  return {
    query: (id) => asked.query(id),
    remove: (id) => asked.remove(id),
    find: (lost) => asked.find(lost),
    keysOf: (shown) => asked.keysOf(shown),
    activate: (id) => asked.activate(id),
    prepare: () => filing.prepare(),
    submit: () => filing.submit(nothing),
    modify: (id) => filing.modify(id, nothing),
    files: () => uploads.held,
  };
}

class Uploads implements UploadedFiles {
  readonly #ids: Map<string, string>;

  constructor(files: HeldFiles) {
    this.#ids = new Map(Object.entries(files));
  }

  get held(): HeldFiles {
    return Object.fromEntries(this.#ids);
  }

  idOf(sha256: string): string | undefined {
    return this.#ids.get(sha256);
  }

  add(sha256: string, id: string): Promise<void> {
    this.#ids.set(sha256, id);
    return Promise.resolve();
  }

  remove(sha256: string): void {
    this.#ids.delete(sha256);
  }
}

/** A folder for documents, each another one than any before. */
export class Scans {
  readonly folder = mkdtempSync(join(tmpdir(), "scans-"));
  static #made = 0;

  make(
    name: string,
    bytes: Uint8Array = Buffer.concat([png(40), Buffer.from(`SAMPLE ${process.pid} ${Scans.#made++}`)]),
  ): Document {
    writeFileSync(join(this.folder, name), bytes);
    return { sha256: createHash("sha256").update(bytes).digest("hex"), path: name };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** The emulator and its control plane. */
export class HuaweiRig extends Emulated {
  static async of(options: EmulatorOptions = {}): Promise<HuaweiRig> {
    return new HuaweiRig(await Emulated.start(options), "huaweicloud");
  }
}
