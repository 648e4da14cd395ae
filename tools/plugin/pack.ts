import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../hermetic";

/** What the engine starts; Windows looks for the second. The bundle is found beside it, also through a link. */
const LAUNCHERS = {
  "pulumi-resource-sms": '#!/usr/bin/env node\nrequire("./index.js");\n',
  "pulumi-resource-sms.cmd": '@node "%~dp0index.js" %*\r\n',
};

/**
 * Writes the plugin into a folder: everything it needs but Node. There is no PulumiPlugin.yaml: with one, the CLI would
 * install dependencies and compile TypeScript at each start.
 */
export async function packPlugin(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["provider/plugin/main.ts"],
    outfile: join(folder, "index.js"),
    bundle: true,
    platform: "node",
    target: "node20",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    metafile: true,
  });
  writeFileSync(join(folder, "NOTICES.txt"), notices(Object.keys(metafile.inputs)));
  for (const name of ["schema.json", "LICENSE"]) copyFileSync(join(root, name), join(folder, name));
  for (const [name, text] of Object.entries(LAUNCHERS)) {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  }
}

/** The licences of the packages that the bundle holds. */
function notices(files: readonly string[]): string {
  const folders = files.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(folders)]
    .sort()
    .map((folder) => {
      const place = join(root, folder);
      const { name, version, license } = JSON.parse(readFileSync(join(place, "package.json"), "utf8")) as {
        name: string;
        version: string;
        license: string;
      };
      const texts = readdirSync(place).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
      const words = texts.map((file) => readFileSync(join(place, file), "utf8").trim());
      return [`${name} ${version} (${license})`, ...words].join("\n\n");
    })
    .join(`\n\n${"-".repeat(80)}\n\n`);
}
