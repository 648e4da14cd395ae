import { VendorRefusedError, type Refusal } from "./VendorRefusedError";

/** The vendor does not accept the credentials. */
export class AuthenticationError extends VendorRefusedError {
  override readonly name = "AuthenticationError";

  /**
   * @param refusal what the vendor said, and what else this kind of credentials can fail for, if anything
   * @param source where the credentials came from, in words
   * @param environment the environment's variables that would win over the stack's config
   */
  constructor(refusal: Refusal, source: string, environment: readonly string[]) {
    super({
      ...refusal,
      advice: [
        `The credentials came from ${source}: check that they belong together and are still valid. ` +
          "A plain `pulumi refresh` or `pulumi destroy` uses the config of the last `pulumi up`: after a change of the secret, " +
          `add \`--run-program\`, or set ${environment.join(" and ")}, which are always current and win over the config.`,
        refusal.advice,
      ]
        .join(" ")
        .trim(),
    });
  }
}
