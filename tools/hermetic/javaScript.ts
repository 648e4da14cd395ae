import { join } from "node:path";

/** NODE_OPTIONS of a run's processes: they load the SDK's heaviest parts late, and further files first. */
export function preloading(...files: readonly string[]): string {
  return [join(__dirname, "lateSdk.js"), ...files].map((file) => `--require ${JSON.stringify(file)}`).join(" ");
}

/** Variables with which the CLI runs a program in JavaScript in less time. */
export const javaScript = {
  PULUMI_LANGUAGE_NODEJS_RUN_PATH: join(__dirname, "runJavaScript.js"),
  NODE_OPTIONS: preloading(),
};
