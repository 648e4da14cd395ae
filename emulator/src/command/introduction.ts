import type { Emulator } from "../emulator";
import { exportLines } from "../exports";
import { isLoopback, reachableAt } from "../server/loopback";

/** What the command prints once it is ready. Programs wait for the first line. */
export function introduction({ url, environment }: Emulator): string {
  return `listening on ${url}

${reviewConsole(reachableAt(url))}

Paste these lines into the shell in which your program runs:

${exportLines(environment)}

Nothing reaches a vendor, and no message is sent. File no real documents here:
whoever can use this machine can read them.
`;
}

function reviewConsole(address: string): string {
  return isLoopback(new URL(address).hostname)
    ? `Review console: ${address}/`
    : "No review console: it answers on the loopback only, where this emulator does not listen.";
}
