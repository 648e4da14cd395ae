import type { Inputs, Outputs, Settings } from "./property";

/*
 * What the signatures of every vendor have in common.
 */

const TEXT = { kind: "text" } as const;
const DURATION = { kind: "duration" } as const;

/** How a signature behaves. */
export const signatureBehaviour = {
  whenBusy: {
    type: {
      kind: "choice",
      values: {
        queue: "the run succeeds with the status `queued`, and a later run files the signature",
        fail: "the run fails",
      },
    },
    default: "queue",
    description:
      "What happens when the vendor takes no submission because another signature is under review. " +
      '`"queue"`: the run succeeds with the status `queued`, and a later run files the signature. `"fail"`: the run fails.',
  },
  whilePending: {
    type: {
      kind: "choice",
      values: {
        after: "the open review ends first, and a later run files the new content",
        withdraw: "the open submission is deleted, and the new content is filed",
        refuse: "the run fails",
      },
    },
    default: "after",
    description:
      "What happens when the content changes while the former content is under review. " +
      '`"after"`: the review ends first. `"withdraw"`: the open submission is deleted and the new content is filed. `"refuse"`: the run fails.',
  },
  superseded: {
    type: {
      kind: "choice",
      values: {
        delete: "the former signature is deleted when the time of `supersededAfter` is over",
        keep: "the former signature stays at the vendor, also on destroy",
      },
    },
    description:
      "What becomes of an approved signature when its successor is approved. " +
      '`"delete"`: it is deleted when the time of `supersededAfter` is over. `"keep"`: it stays at the vendor, also on destroy. ' +
      'The default is `"delete"` with JPush and `"keep"` with Huawei Cloud, where a deletion takes channel number and templates along.',
  },
  supersededAfter: {
    type: DURATION,
    default: "24h",
    description:
      "How long a superseded signature stays after an update has published its successor: `90s`, `45m`, `24h`, `3d`, `0s`.",
  },
  resubmit: {
    type: TEXT,
    description:
      "Any text of at most 500 characters. A change of it files a rejected signature again as it is, or says that a filing whose answer was lost never arrived.",
  },
} as const satisfies Inputs;

/** How the declared content stands. */
const STATUS = {
  kind: "choice",
  name: "SignatureStatus",
  values: {
    queued: "not filed yet: it waits for its turn or for an earlier review to end, or the last attempt failed",
    pending: "under review",
    approved: "the reviewers have approved it",
    rejected: "the reviewers have rejected it",
    inactive: "lapsed (Huawei Cloud only)",
    unknown: "a vendor status that this version does not know, or a filing whose answer was lost",
  },
} as const;

/** The outputs that every signature has. */
export const signatureOutputs = {
  status: { type: STATUS, description: "How the declared content stands." },
  vendorStatus: { type: TEXT, nullable: true, description: "The vendor's own value of the status." },
  isDefault: {
    type: { kind: "boolean" },
    nullable: true,
    description:
      "Whether it is the default signature, of the serving one, else of the newest; null where the vendor does not say.",
  },
  inUse: {
    type: { kind: "boolean" },
    nullable: true,
    description: "Whether it is in use, of the serving one, else of the newest; null where the vendor does not say.",
  },
  rejectionReason: { type: TEXT, nullable: true, description: "Why the reviewers rejected it, where that is known." },
  accountFingerprint: {
    type: TEXT,
    description: "Tells apart the accounts and endpoints with which signatures were filed, without naming them.",
  },
  __ledger: {
    type: { kind: "object" },
    secret: true,
    description: "What has been filed, in the terms of this package. Not for programs.",
  },
} as const satisfies Outputs;

/** The inputs of an approval gate. */
export const approvalInputs = {
  signature: {
    type: { kind: "signature" },
    required: true,
    what: "a signature resource of this package",
    description: "The signature whose approval is waited for.",
  },
  timeout: {
    type: DURATION,
    default: "1h",
    description:
      "How long one run waits, at most `24d`: `90s`, `45m`, `24h`, `3d`; with `0s` it asks once. A run that is interrupted ends its wait first. Pulumi's `customTimeouts` do not reach a gate of the class: there this input is what counts.",
  },
} as const satisfies Inputs;

/** The status of a gate that has let a run pass. */
export const APPROVED = { kind: "choice", values: { approved: "messages can be sent with the signature" } } as const;

/** How each request to a vendor is made. */
export const requestSettings = {
  insecureHttp: {
    type: { kind: "boolean" },
    default: false,
    description: "`true` lets an endpoint that is not on this machine be http instead of https.",
  },
  connectTimeout: {
    type: DURATION,
    default: "10s",
    description: "How long to wait for a connection, `1s` to `1h`.",
  },
  requestTimeout: {
    type: DURATION,
    default: "60s",
    description: "How long one request may take as a whole, `1s` to `1h`.",
  },
  maxTries: {
    type: { kind: "integer" },
    default: 3,
    description: "How often a request that certainly did nothing is sent, 1 to 10.",
  },
} as const satisfies Settings;
