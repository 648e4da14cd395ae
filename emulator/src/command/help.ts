import { flags } from "./flags";

/** Fits a terminal of 24 lines of 80 characters. */
export function help(): string {
  const lines = Object.entries(flags).map(([name, { value, help: text }]) => {
    const written = `--${name}${value === undefined ? "" : ` ${value}`}`;
    return `  ${written.padEnd(24)}  ${text}`;
  });
  return `sms-emulator: JPush's and Huawei Cloud's SMS signature APIs as documented,
with a review console. It sends nothing to a vendor.

usage: sms-emulator [flags]

${lines.join("\n")}

When it is ready, it prints "listening on URL", then the address of the review
console and the environment variables that lead a program here.
`;
}
