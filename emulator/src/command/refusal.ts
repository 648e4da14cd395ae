import { OptionError } from "../option-error";

/** Arguments that cannot be; the message names the flag. */
export function refusal(message: string): OptionError {
  return new OptionError([{ option: "", message }]);
}
