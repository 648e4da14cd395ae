import {
  AuthenticationError,
  DefaultSignatureError,
  LostAnswerError,
  NotSentError,
  ReviewOpenError,
  UnexpectedAnswerError,
  VendorRefusedError,
} from "../errors";
import type { Call, Refusal, SmsError } from "../errors";
import type { RefusedAnswer, Unsuccessful } from "./answers";
import { foreignText } from "./foreignText";

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
  /** The environment's variables that win over the stack's config. */
  readonly environment: readonly string[];
  /** Texts that must not come back in an error. */
  readonly privates: readonly string[];
}

/** @param changes whether the request would have changed something: then an unknown answer is a lost one */
export function errorOf({ call, tries, answer }: Failure, changes: boolean, asker: Asker): SmsError {
  switch (answer.kind) {
    case "not-sent":
      return new NotSentError({ call, tries, reason: answer.reason });
    case "unknown":
      return changes ? new LostAnswerError({ call, ...answer }) : new UnexpectedAnswerError({ call, ...answer });
    case "refused":
      return refusalError(answer, call, asker);
  }
}

function refusalError(answer: RefusedAnswer, call: Call, { vendor, source, environment, privates }: Asker): SmsError {
  const { httpStatus, vendorCode, meaning } = answer;
  const vendorMessage = foreignText(answer.vendorMessage, privates);
  const refusal: Refusal = { call, vendor, httpStatus, vendorCode, vendorMessage, advice: meaning.advice };
  switch (meaning.reads) {
    case "authentication":
      return new AuthenticationError(refusal, source, environment);
    case "review-open":
      return new ReviewOpenError(refusal);
    case "default":
      return new DefaultSignatureError(refusal);
    default:
      return new VendorRefusedError(refusal);
  }
}
