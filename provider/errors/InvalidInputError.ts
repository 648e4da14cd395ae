import { SmsError } from "./SmsError";

/** What is wrong with one input, by its name; the reason says what to do and never holds a private value. */
export interface Fault {
  readonly input: string;
  readonly reason: string;
}

/** What was to be filed breaks rules. All of them are told at once, and nothing was sent. */
export class InvalidInputError extends SmsError {
  override readonly name = "InvalidInputError";
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const list = faults.map((fault) => `- ${fault.input}: ${fault.reason}`).join("\n");
    super(`The signature cannot be filed as it is declared, and nothing was sent:\n${list}`);
    this.faults = faults;
  }
}
