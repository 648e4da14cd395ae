import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { jpeg } from "../documents/samples";
import type { Line } from "./examples";

export interface Ran {
  /** Of the last line. */
  readonly exit: number | null;
  /** The vendor's answer to the curl of the lines; undefined where none was asked for. */
  readonly status: number | undefined;
  readonly body: string;
}

/** The two files of the page of 2026. */
export const SCANS = { "idcard.jpg": jpeg(120), "business_license.jpg": jpeg(90) };

/** A real shell with a real curl, which finds another vendor at JPush's address and files of ours at /path/to. */
export class Shell {
  private constructor(private readonly folder: string) {}

  static async make(): Promise<Shell> {
    const folder = await mkdtemp(join(tmpdir(), "curl-"));
    // What curl reads before its arguments: so that the examples' own stay as they are.
    await writeFile(join(folder, ".curlrc"), 'silent\nmax-time = 20\nwrite-out = "\\nHTTP %{http_code}"\n');
    for (const [name, bytes] of Object.entries(SCANS)) await writeFile(join(folder, name), bytes);
    return new Shell(folder);
  }

  async run(lines: readonly Line[], url: string): Promise<Ran> {
    const script = lines.map((line) => line.map((word) => quoted(this.#here(word, url))).join(" ")).join("\n");
    const env = { PATH: process.env["PATH"] ?? "", CURL_HOME: this.folder, no_proxy: "*" };
    const shell = spawn("sh", ["-c", script], { env, stdio: ["ignore", "pipe", "ignore"] });
    const [printed, exit] = await Promise.all([
      text(shell.stdout),
      new Promise<number | null>((resolve, reject) => shell.once("error", reject).once("close", resolve)),
    ]);
    const [, body = "", status] = /^([^]*)\nHTTP (\d{3})$/.exec(printed) ?? [];
    return { exit, status: status === undefined || status === "000" ? undefined : Number(status), body };
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }

  #here(word: string, url: string): string {
    return word.replace("https://api.sms.jpush.cn", url).replace("/path/to", this.folder);
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
