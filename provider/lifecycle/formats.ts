import type { Digests } from "./digest";
import type { VendorRules } from "./vendor";

/** The wire format in which a content was filed or is desired; undefined where nothing is known of it, or the vendor has one. */
export function formatOf(digests: Digests, { formats }: VendorRules): string | undefined {
  return formats === undefined ? undefined : digests[formats.namedBy];
}

/** Whether two contents are in different formats of the vendor's, and so comparable in what both formats have alone. */
export function isTranslated(left: Digests, right: Digests, rules: VendorRules): boolean {
  return formatOf(left, rules) !== formatOf(right, rules);
}

/** The fields in which two contents cannot be compared: those that only one of their two formats has. */
export function incomparable(left: Digests, right: Digests, rules: VendorRules): readonly string[] {
  const { formats } = rules;
  if (formats === undefined || !isTranslated(left, right, rules)) return [];
  const [ours, theirs] = [left, right].map((digests) => formats.fields[digests[formats.namedBy] ?? ""]);
  // Of a format that nobody knows nothing can be said: it differs.
  if (ours === undefined || theirs === undefined) return [];
  return [
    formats.namedBy,
    ...ours.filter((field) => !theirs.includes(field)),
    ...theirs.filter((field) => !ours.includes(field)),
  ];
}
