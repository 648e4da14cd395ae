import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { root } from "../hermetic";
import type { GeneratedFile } from "./GeneratedFile";

/** The package's entries that programs import, by the names of their reports. */
const ENTRIES = { "pulumi-sms": "sdk", "pulumi-sms-provider": "provider", "pulumi-sms-review": "review" };

/**
 * What each entry of the compiled package declares to its users.
 * @returns pairs of the report's file, seen from the root, and its text
 */
export function apiReports(): readonly GeneratedFile[] {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-sms-api-"));
  try {
    return Object.entries(ENTRIES).map(([name, entry]) => [`etc/${name}.api.md`, report(folder, name, entry)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(folder: string, name: string, entry: string): string {
  const reportFolder = join(folder, "reports");
  mkdirSync(reportFolder, { recursive: true });
  const configObject = {
    projectFolder: root,
    mainEntryPointFilePath: join(root, "dist", entry, "index.d.ts"),
    compiler: { tsconfigFilePath: join(root, "tsconfig.json") },
    // A class's outputs stand in a base class that is not exported itself.
    apiReport: {
      enabled: true,
      includeForgottenExports: true,
      reportFileName: name,
      reportFolder,
      reportTempFolder: join(folder, "temporary"),
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    newlineKind: "lf" as const,
    messages: { extractorMessageReporting: { "ae-forgotten-export": { logLevel: ExtractorLogLevel.None } } },
  };
  const config = ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, "package.json"),
  });
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      // That the report is new, and that a newer compiler reads the declarations than the one that wrote them.
      message.handled = message.logLevel !== ExtractorLogLevel.Error;
    },
  });
  return readFileSync(join(reportFolder, `${name}.api.md`), "utf8");
}
