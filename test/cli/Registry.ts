import { execFile } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, join } from "node:path";
import { root } from "../../tools/hermetic";
import { pack, stagedPackage } from "../package/staged";

interface Manifest {
  readonly name: string;
  readonly version: string;
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/**
 * A registry of npm packages on this machine: it has this project's own two as they are published, and everything
 * that they need as it is installed here. So an installation is a real one, and asks nobody else.
 */
export class Registry {
  #server: Server | undefined;
  readonly #archives = new Map<string, string>();

  /** @param folder where the archives go */
  constructor(private readonly folder: string) {}

  get url(): string {
    return `http://127.0.0.1:${(this.#server?.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    const staged = await stagedPackage();
    for (const own of [staged, join(root, "emulator")]) {
      const { filename } = pack(own, "--pack-destination", this.folder);
      this.#archives.set(manifestOf(own).name, join(this.folder, filename));
    }
    rmSync(staged, { recursive: true, force: true });
    this.#server = createServer((request, response) => {
      const [name = "", place] = decodeURIComponent(request.url ?? "")
        .slice(1)
        .split("/-/");
      const archive = this.#archives.get(name);
      if (request.method !== "GET") response.end("{}");
      else if (place === undefined) response.end(JSON.stringify(this.#about(name)));
      else if (archive !== undefined) response.end(readFileSync(archive));
      else
        execFile(
          "tar",
          ["-cf", "-", "--exclude=node_modules", "-C", join(root, dirname(place)), basename(place)],
          { encoding: "buffer", maxBuffer: 1 << 28 },
          (error, bytes) => (error ? response.destroy(error) : response.end(bytes)),
        );
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, "127.0.0.1", resolve));
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  /** What a registry tells of a package: each version, and where its archive is. */
  #about(name: string): object {
    const places = this.#archives.has(name) ? [name === manifestOf(root).name ? "." : "emulator"] : installed(name);
    const versions = places.map((place) => {
      const manifest = manifestOf(join(root, place));
      return [manifest.version, { ...manifest, dist: { tarball: `${this.url}/${name}/-/${place}` } }] as const;
    });
    return { name, "dist-tags": { latest: versions[0]?.[0] }, versions: Object.fromEntries(versions) };
  }
}

const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: Record<string, object> };

/** Where a package is installed in this project, the outermost place first. */
function installed(name: string): readonly string[] {
  return Object.keys(lock.packages)
    .filter((place) => place.endsWith(`node_modules/${name}`))
    .filter((place) => existsSync(join(root, place)))
    .sort((one, other) => one.length - other.length);
}
