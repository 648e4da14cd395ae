import { OptionError } from "../option-error";

/** Arguments that cannot be used; each message names its flag. */
export function refusal(...messages: string[]): OptionError {
  return new OptionError(messages.map((message) => ({ option: "", message })));
}
