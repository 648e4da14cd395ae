import { join } from "node:path";

/** NODE_OPTIONS of a hermetic run's processes: they load the SDK's heaviest parts late, and further files first. */
export function preloading(...files: readonly string[]): string {
  return [join(__dirname, "lateSdk.js"), ...files].map((file) => `--require ${JSON.stringify(file)}`).join(" ");
}
