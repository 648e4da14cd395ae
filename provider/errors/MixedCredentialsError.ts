import { SmsError } from "./SmsError";

/** One source holds half of a pair; completing it from another source could join a key and a secret of two accounts. */
export class MixedCredentialsError extends SmsError {
  override readonly name = "MixedCredentialsError";

  /**
   * @param source where the half stands, in words that begin a sentence
   * @param given the half that is there
   * @param lacking the half that is not
   */
  constructor(source: string, given: string, lacking: string) {
    super(
      `${source} holds ${given} but not ${lacking}. A key and a secret are never taken from different places, ` +
        `since they could belong to different accounts: give ${lacking} there too, or take ${given} away.`,
    );
  }
}
