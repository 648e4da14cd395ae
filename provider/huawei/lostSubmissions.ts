import type { Digests } from "../lifecycle/digest";
import type { SignatureId } from "../lifecycle/vendor";
import type { QueriedSignature } from "./answers";
import { digestOfInput } from "./content";

/** How far the vendor's clock and this machine's may be apart, in milliseconds. */
const SKEW = 5 * 60_000;

/** What the vendor's times may be in: its documents do not say. Universal time, and the time of China, where it is. */
const ZONES = ["Z", "+08:00"];

/** A submission whose answer was lost. */
export interface LostSubmission {
  readonly text: string;
  readonly digests: Digests;
  /** ISO 8601. */
  readonly sentAt: string;
}

/**
 * Which of the vendor's signatures are the submission whose answer was lost: of its name, its type and its source, and
 * made after it was sent. The time counts if it is right in one of the zones in which it may be given; there is never
 * a second signature of the same name and type.
 */
export function foundAmong(signatures: readonly QueriedSignature[], lost: LostSubmission): readonly SignatureId[] {
  return signatures
    .filter(
      (each) =>
        each.text === lost.text &&
        agrees("signatureType", each.type, lost) &&
        agrees("signatureSource", each.source, lost),
    )
    .filter((each) => isMadeAfter(each.createTime, lost.sentAt))
    .map(({ id }) => id);
}

function agrees(input: string, value: string | number | null, { digests }: LostSubmission): boolean {
  return value === null || digests[input] === undefined || digestOfInput(input, value) === digests[input];
}

function isMadeAfter(createTime: string | null, sentAt: string): boolean {
  if (createTime === null) return false;
  const earliest = Date.parse(sentAt) - SKEW;
  const given = createTime.trim().replace(" ", "T");
  const times = /(Z|[+-]\d\d:?\d\d)$/.test(given) ? [given] : ZONES.map((zone) => given + zone);
  return times.some((time) => Date.parse(time) >= earliest);
}
