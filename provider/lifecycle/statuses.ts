/** How a submission stands, in words that mean the same for every vendor. */
export const SIGNATURE_STATUSES = ["pending", "approved", "rejected", "inactive", "unknown"] as const;
export type SignatureStatus = (typeof SIGNATURE_STATUSES)[number];

/** How the declared content stands: `queued` where it is not filed yet. */
export const CONTENT_STATUSES = ["queued", ...SIGNATURE_STATUSES] as const;
export type ContentStatus = (typeof CONTENT_STATUSES)[number];
