import {
  AuthenticationError,
  LostAnswerError,
  NotSentError,
  UnexpectedAnswerError,
  VendorRefusedError,
} from "../errors";
import type { SmsError } from "../errors";
import type { Call } from "../http/retry";
import { redact } from "../redact";
import type { Unsuccessful } from "./answers";

/** A call that did not give what was asked for. */
export interface Failure {
  readonly call: Call;
  readonly tries: number;
  readonly answer: Unsuccessful;
}

/** What an error needs to know of who asked. */
export interface Asker {
  /** The vendor's name in sentences. */
  readonly vendor: string;
  /** Where the credentials came from, in words. */
  readonly source: string;
  /** The environment's variables that give credentials and addresses, and win over the stack's config. */
  readonly variables: { readonly credentials: readonly string[]; readonly endpoint: readonly string[] };
  /** Texts that must not come back in an error. */
  readonly privateTexts: readonly string[];
}

/** What to do where the answer to a change was lost, as sentences. */
export const LOOKS_FIRST =
  "It may or may not have taken effect. Run the same command again: it asks the vendor before it changes anything.";

/** @param ifLost what to do where a change was not answered; null for what changes nothing */
export function errorOf({ call, tries, answer }: Failure, ifLost: string | null, asker: Asker): SmsError {
  const { vendor, source, variables, privateTexts } = asker;
  const moved = currentValues("the endpoint", variables.endpoint);
  switch (answer.kind) {
    case "not-sent":
      return new NotSentError({ call, tries, reason: answer.reason, advice: moved });
    case "unknown":
      return ifLost === null
        ? new UnexpectedAnswerError({ call, ...answer, advice: moved })
        : new LostAnswerError({ call, ...answer, advice: ifLost });
    case "refused": {
      const { code, words, meaning, advice } = answer.refusal;
      const refused = { call, vendor, httpStatus: answer.httpStatus, vendorCode: code, advice };
      const vendorMessage = redact(words, privateTexts);
      if (meaning !== "authentication") return new VendorRefusedError({ ...refused, vendorMessage });
      const rotated = currentValues("the secret", variables.credentials);
      return new AuthenticationError({ ...refused, vendorMessage }, source, rotated);
    }
  }
}

/** A refresh and a destroy do not run the program. */
function currentValues(changed: string, variables: readonly string[]): string {
  return (
    "A `pulumi refresh`, a `pulumi destroy` and the refresh in a `pulumi up` use the config of the last `pulumi up`: " +
    `after a change of ${changed}, add \`--run-program\`, or set ${variables.join(" and ")}, which ${variables.length === 1 ? "is" : "are"} always current and win${variables.length === 1 ? "s" : ""} over the config.`
  );
}
