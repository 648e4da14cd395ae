export { startEmulator, type Emulator } from "./emulator";
export { OptionError } from "./option-error";
export type { EmulatorOptions } from "./options";
export type { SignatureView, Status } from "./signatures/signature";
export type { RequestEntry } from "./server/requests";
