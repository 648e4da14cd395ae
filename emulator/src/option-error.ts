export interface OptionProblem {
  /** Name of the option, empty when it is about all of them. */
  option: string;
  message: string;
}

/** Options that cannot be what they are. The message names each and what it may be. */
export class OptionError extends Error {
  override name = "OptionError";

  constructor(readonly problems: readonly OptionProblem[]) {
    super(problems.map(({ option, message }) => (option === "" ? message : `${option}: ${message}`)).join("; "));
  }
}
