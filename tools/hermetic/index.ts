export { cliCommand, cliFolder, cliVersion, pythonFolder, root, yamlFolder } from "./cli";
export { CommandFailure, start, type CommandOptions, type CommandResult, type Running } from "./command";
export { Deployment, type StateResource } from "./deployment";
export { hermeticEnvironment, leftOut, stateFolder, type Environment } from "./environment";
export { javaScript, preloading } from "./javaScript";
export { reap } from "./leftovers";
export { Program, type Files, type ProgramOptions } from "./Program";
export { Pulumi, type OperationOptions, type PulumiOptions, type RunOptions } from "./Pulumi";
