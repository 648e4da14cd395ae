import type { Call } from "./http/retry";

/**
 * The base of every error that a user can meet. A message says what happened, to which request, and what to do
 * next; it never holds a credential, an identity number or a document's bytes.
 */
export abstract class SmsError extends Error {
  abstract override readonly name: string;
}

/** `POST https://api.example/v1/sign`: without a query and without credentials, which do not belong into messages. */
function describeCall(call: Call): string {
  const url = new URL(call.url);
  return `${call.method} ${url.origin}${url.pathname}`;
}

/** What a thrown value says, whatever it is. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error && thrown.message !== "") return thrown.message;
  if (typeof thrown === "string" && thrown !== "") return thrown;
  return "pulumi-sms failed without saying why. Please report this with what the run did.";
}

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

/** A text that should be a duration is none. */
export class InvalidDurationError extends SmsError {
  override readonly name = "InvalidDurationError";

  constructor(text: string) {
    super(
      `${JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)} is not a duration: ` +
        "write a whole number and a unit without a space, as in 90s, 45m, 24h or 3d",
    );
  }
}

/** A setting of the provider, the environment or the stack's config cannot be used. */
export class InvalidSettingError extends SmsError {
  override readonly name = "InvalidSettingError";
  readonly setting: string;
  readonly reason: string;

  /**
   * @param setting its name, as the user wrote it
   * @param reason what is wrong with it and what it should be, as a clause; not the value where that may hold a credential
   */
  constructor(setting: string, reason: string) {
    super(`The setting ${setting} cannot be used: ${reason}.`);
    this.setting = setting;
    this.reason = reason;
  }
}

/** A setting that is needed is nowhere given. */
export class MissingSettingError extends InvalidSettingError {
  /**
   * @param setting its name in the stack's config
   * @param variable the environment's variable that can give it, too
   * @param example what could be given, as it is typed
   */
  constructor(setting: string, variable: string, example: string, why = "") {
    super(setting, "it is not set");
    this.message = `${setting} is not set${why}. Set it with \`pulumi config set ${setting} ${example}\` or ${variable}.`;
  }
}

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

/** No connection came about, so nothing has left this machine. */
export class NotSentError extends SmsError {
  override readonly name = "NotSentError";
  readonly tries: number;

  /** @param failure `advice` says what else there is to do, as sentences */
  constructor(failure: {
    readonly call: Call;
    readonly reason: string;
    readonly tries: number;
    readonly advice: string;
  }) {
    super(
      `${describeCall(failure.call)} was not sent, after ${failure.tries === 1 ? "one try" : `${failure.tries} tries`}: ` +
        `${failure.reason}. Nothing was changed at the vendor. Check the network and the endpoint, then run the same command again. ${failure.advice}`,
    );
    this.tries = failure.tries;
  }
}

/** What came back does not tell whether a request took effect, or nothing came back. */
interface Unanswered {
  readonly call: Call;
  readonly reason: string;
  /** Undefined where no answer came at all. */
  readonly httpStatus?: number | undefined;
  /** What to do, as sentences. */
  readonly advice: string;
}

/** A request that changes something was sent, and what came back does not tell whether it took effect. */
export class LostAnswerError extends SmsError {
  override readonly name = "LostAnswerError";
  readonly httpStatus: number | undefined;

  constructor({ call, reason, httpStatus, advice }: Unanswered) {
    super(`${describeCall(call)} was sent, but its answer is lost: ${reason}. ${advice}`);
    this.httpStatus = httpStatus;
  }
}

/** A request that changes nothing was not answered as the vendor documents it, or not at all, however often it was tried. */
export class UnexpectedAnswerError extends SmsError {
  override readonly name = "UnexpectedAnswerError";
  readonly httpStatus: number | undefined;

  constructor({ call, reason, httpStatus, advice }: Unanswered) {
    super(
      `${describeCall(call)} returned ${httpStatus === undefined ? "no" : "an undocumented"} response: ${reason}. ` +
        `Nothing was changed by it. Run the same command again later; if it goes on, look at the endpoint and at what stands between here and there. ${advice}`,
    );
    this.httpStatus = httpStatus;
  }
}

/** The vendor refused, with its own code: certain that nothing was changed. */
export class VendorRefusedError extends SmsError {
  override readonly name: string = "VendorRefusedError";
  readonly httpStatus: number;
  /** The vendor's own code; null where the refusal is the HTTP status alone. */
  readonly vendorCode: number | string | null;
  readonly vendorMessage: string;

  constructor(refusal: {
    readonly call: Call;
    /** The vendor's name in sentences. */
    readonly vendor: string;
    readonly httpStatus: number;
    readonly vendorCode: number | string | null;
    /** The vendor's own words, free of private texts already (`redact`). */
    readonly vendorMessage: string;
    /** What to do next, as sentences. */
    readonly advice: string;
  }) {
    const code = refusal.vendorCode === null ? "" : `, code ${refusal.vendorCode}`;
    const words = refusal.vendorMessage === "" ? "" : ` "${refusal.vendorMessage}"`;
    super(
      `${refusal.vendor} refused ${describeCall(refusal.call)} with HTTP ${refusal.httpStatus}${code}${words}. ${refusal.advice}`,
    );
    this.httpStatus = refusal.httpStatus;
    this.vendorCode = refusal.vendorCode;
    this.vendorMessage = refusal.vendorMessage;
  }
}

/** The vendor does not accept the credentials. */
export class AuthenticationError extends VendorRefusedError {
  override readonly name = "AuthenticationError";

  /**
   * @param refusal what the vendor said, and what else this kind of credentials can fail for, if anything
   * @param source where the credentials came from, in words
   * @param rotated what to do where they were changed, as sentences
   */
  constructor(refusal: ConstructorParameters<typeof VendorRefusedError>[0], source: string, rotated: string) {
    const checks = `The credentials came from ${source}: check that they belong together and are still valid.`;
    super({ ...refusal, advice: [refusal.advice, checks, rotated].join(" ").trim() });
  }
}

/** A filing was sent and its answer lost: it may be under review, or may never have arrived. */
export class UnsettledSubmissionError extends SmsError {
  override readonly name = "UnsettledSubmissionError";

  /** @param isNew whether a new signature was filed, or a rejected one filed again with other content */
  constructor(name: string, sentAt: string, where: string, cause: Error, isNew = true) {
    super(
      `${cause.message} Whether ${name}, sent at ${sentAt}, arrived is not known, so it stays in the state as unsettled and is not simply filed again. ` +
        (isNew
          ? `The next pulumi up goes on from here. To settle it by hand, look in ${where}: if it is there, set adoptId to its id; if not, change resubmit.`
          : `The next pulumi up asks for its status: where it is no longer rejected, the filing arrived; where it still is, it is filed again.`),
      { cause },
    );
  }
}

/** The plan itself forbids to go on, and a person has to decide. */
export class RefusalError extends SmsError {
  override readonly name = "RefusalError";

  constructor(
    /** Which of the lifecycle's refusals. */
    readonly why: string,
    clause: string,
  ) {
    super(`${begun(why, clause)}.`);
  }
}

function begun(why: string, clause: string): string {
  // Whether anything was filed is the very question there, and this run may have sent it once more.
  if (why === "unsettled") return clause.charAt(0).toUpperCase() + clause.slice(1);
  // Elsewhere statuses were asked for, and something may have been withdrawn before.
  return `Nothing was ${why === "other-account" ? "sent" : "filed"}: ${clause}`;
}

/** An existing signature could not be taken over. */
export class AdoptionError extends SmsError {
  override readonly name = "AdoptionError";

  /** @param name of the signature, by its text where the vendor told it */
  constructor(name: string, reason: string, next: string) {
    super(`${name} was not taken over: ${reason}. ${next}`);
  }
}

/** A program reads a signature by its id, and the vendor holds none of it. */
export class AbsentSignatureError extends SmsError {
  override readonly name = "AbsentSignatureError";

  constructor(id: string, vendor: string) {
    super(
      `${vendor} knows no signature ${id} in this account: look up the id in the account that the credentials belong to.`,
    );
  }
}

/** A program reads a signature by a text that can be no id of the vendor's. */
export class InvalidIdError extends SmsError {
  override readonly name = "InvalidIdError";

  /** @param form what an id looks like and where to find it, as a clause */
  constructor(id: string, form: string) {
    super(`${JSON.stringify(id.length > 80 ? `${id.slice(0, 80)}…` : id)} is no signature's id: ${form}.`);
  }
}

/** The resource option `provider`, or a component's `providers`, gives a provider that holds no account of the resource's vendor. */
export class OtherProviderError extends SmsError {
  override readonly name = "OtherProviderError";
  /** The same as a clause. */
  readonly reason: string;

  constructor(vendor: string, className: string) {
    const reason =
      `the provider of this resource has no account of ${vendor}, and no other account is used in its place: give the resource a ${className}. ` +
      "A component's `providers` takes one provider of this package, and the last one wins: in a component with both vendors give each resource its own `provider`";
    super(`${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`);
    this.reason = reason;
  }
}

/** Some submissions could not be deleted; the rest is done, and deleting again goes on from here. */
export class DeletionError extends SmsError {
  override readonly name = "DeletionError";

  constructor(remaining: readonly { readonly name: string; readonly error: Error }[]) {
    const each = remaining.map(({ name, error }) => `${name}: ${error.message}`).join(" ");
    super(`Not deleted: ${each} What else there was is deleted; run it again when the cause is gone.`);
  }
}

/** An approval gate ended without an approval. Nothing is lost: the next run waits again. */
export class NotApprovedError extends SmsError {
  override readonly name = "NotApprovedError";

  constructor(
    /** How the signature stood when the wait ended. */
    readonly status: string,
    sentence: string,
  ) {
    super(sentence);
  }
}
