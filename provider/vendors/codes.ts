/** What a vendor's refusal means for us. */
export type Meaning =
  /** the credentials are not accepted */
  | "authentication"
  /** asked too often: worth another try */
  | "busy"
  /** another submission is under review */
  | "review-open"
  /** it is the default signature, or one in use that the vendor protects */
  | "default"
  /** the vendor holds no such submission: its own word for it, nothing less */
  | "absent"
  | "other";

/** A row of a vendor's table of codes. */
export interface CodeRow {
  readonly meaning: Meaning;
  /** What to do next, as sentences. */
  readonly advice: string;
}

/**
 * Statuses that say by their definition (RFC 9110, RFC 6585) that the request was not acted on, whoever answers and
 * whatever the body. Any other one proves something only with the vendor's own code.
 */
export function refusingStatuses(advice: { readonly tooLarge: string; readonly tooOften: string }) {
  return new Map<number, CodeRow>([
    [401, { meaning: "authentication", advice: "" }],
    [413, { meaning: "other", advice: advice.tooLarge }],
    [429, { meaning: "busy", advice: advice.tooOften }],
  ]);
}

/** The row of a code that the vendor's documents do not list. */
export function unlistedCode(vendor: string): CodeRow {
  return {
    meaning: "other",
    advice: `${vendor}'s documents do not list this code: read its message, or ask its support.`,
  };
}

/** A refusal, read: certain that nothing was changed. */
export interface Refusal extends CodeRow {
  /** The vendor's own code; null where the refusal is the HTTP status alone. */
  readonly code: number | string | null;
  /** The vendor's own words, as they came: not yet fit for a message. */
  readonly words: string;
}

export function isBusy({ meaning }: Refusal): boolean {
  return meaning === "busy";
}
