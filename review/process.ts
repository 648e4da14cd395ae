import { Memory } from "../provider/memory";

/** What this process remembers, whichever of the package's functions it is asked by. */
export const PROCESS = new Memory();
