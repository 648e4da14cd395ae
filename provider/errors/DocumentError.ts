import { SmsError } from "./SmsError";

/** A document that must be filed now cannot be: it is not there, not readable, or not the one that was declared. */
export class DocumentError extends SmsError {
  override readonly name = "DocumentError";
  readonly input: string;

  /**
   * @param input the input's name
   * @param reason what is wrong with the document and what to do, as a clause; never its bytes
   */
  constructor(input: string, reason: string) {
    super(`The document ${input} cannot be filed, and nothing was sent: ${reason}.`);
    this.input = input;
  }
}
