import { flags, type Flag } from "./flags";

export function help(): string {
  const lines = Object.entries<Flag>(flags).map(([name, { value, reads, help: text }]) => {
    const written = `--${name}${value === undefined ? "" : ` ${value}`}`;
    return `  ${written.padEnd(30)}  ${text}${reads === "list" || reads === "numbers by name" ? "; may be repeated" : ""}`;
  });
  return `sms-emulator: SMS vendors' signature APIs as their documents say, with the review as a control plane

usage: sms-emulator [flags]

${lines.join("\n")}

Prints one line, "listening on URL", when it is ready.
`;
}
