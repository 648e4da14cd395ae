import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../../..");

/** A program's folder: `pulumi-sms` is installed in it, and its documents are there. */
export class ProgramFolder {
  private constructor(readonly path: string) {}

  static async make(): Promise<ProgramFolder> {
    const path = await mkdtemp(join(tmpdir(), "program-"));
    await mkdir(join(path, "node_modules"));
    await symlink(ROOT, join(path, "node_modules", "pulumi-sms"), "junction");
    return new ProgramFolder(path);
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(this.path, path)), { recursive: true });
    await writeFile(join(this.path, path), content);
  }

  async move(from: string, to: string): Promise<void> {
    await mkdir(dirname(join(this.path, to)), { recursive: true });
    await rename(join(this.path, from), join(this.path, to));
  }

  /** The texts of a folder's files; none where there is no such folder. */
  async read(folder: string): Promise<string[]> {
    return Promise.all((await this.#files(folder)).map((file) => readFile(file, "utf8")));
  }

  /** Changes each file of a folder; one that becomes empty is removed. */
  async rewrite(folder: string, change: (text: string) => string): Promise<void> {
    for (const file of await this.#files(folder)) {
      const text = change(await readFile(file, "utf8"));
      await (text === "" ? rm(file) : writeFile(file, text));
    }
  }

  async remove(path = ""): Promise<void> {
    await rm(join(this.path, path), { recursive: true });
  }

  async #files(folder: string): Promise<string[]> {
    const path = join(this.path, folder);
    const names = await readdir(path).catch(() => []);
    return names.map((name) => join(path, name));
  }
}
