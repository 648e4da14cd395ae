import { SmsError } from "./SmsError";

/** No credentials were given at all. A preview works without them; nothing else does. */
export class MissingCredentialsError extends SmsError {
  override readonly name = "MissingCredentialsError";

  /** @param ways every way to give them, each as what follows "Give them", the strongest first */
  constructor(vendor: string, ways: readonly string[]) {
    super(
      `There are no credentials for ${vendor}. Give them in one of these ways:\n${ways.map((way) => `- ${way}`).join("\n")}`,
    );
  }
}
