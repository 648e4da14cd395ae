export { startEmulator } from "./emulator";
export { OptionError } from "./option-error";
// Apart, as an older TypeScript reads it too.
export type { Emulator } from "./emulator";
export type { EmulatorOptions, HuaweiAccountOptions, JPushAppOptions } from "./emulator-options";
export type { SignatureView, Status } from "./signatures/signature";
export type { RequestEntry } from "./server/requests";
