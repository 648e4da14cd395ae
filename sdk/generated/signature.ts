// Made from properties/ by `npm run generate`. Do not edit.

import * as pulumi from "@pulumi/pulumi";

/** How a signature behaves. None of it is sent to the vendor, and a change of it files nothing. */

export interface SignatureBehaviour {
  /**
   * What happens when the vendor takes no submission because another signature is under review. `"queue"`: the run
   * succeeds with the status `queued`, and a later run files the signature. `"fail"`: the run fails.
   * @default "queue"
   */
  whenBusy?: pulumi.Input<"queue" | "fail" | undefined>;
  /**
   * What happens when the content changes while the former content is under review. `"after"`: the review ends
   * first. `"withdraw"`: the open submission is deleted and the new content is filed. `"refuse"`: the run fails.
   * @default "after"
   */
  whilePending?: pulumi.Input<"after" | "withdraw" | "refuse" | undefined>;
  /**
   * What becomes of an approved signature when its successor is approved. `"delete"`: it is deleted when the time
   * of `supersededAfter` is over. `"keep"`: it stays at the vendor, also on destroy. The default is `"delete"`
   * with JPush and `"keep"` with Huawei Cloud, where a deletion takes channel number and templates along.
   */
  superseded?: pulumi.Input<"delete" | "keep" | undefined>;
  /**
   * How long a superseded signature stays after an update has published its successor: `90s`, `45m`, `24h`, `3d`,
   * `0s`.
   * @default "24h"
   */
  supersededAfter?: pulumi.Input<string | undefined>;
  /**
   * Any text of at most 500 characters. A change of it files a rejected signature again as it is, or says that a
   * filing whose answer was lost never arrived.
   */
  resubmit?: pulumi.Input<string | undefined>;
}

/**
 * How the declared content stands:
 * - `queued`: not filed yet: it waits for its turn or for an earlier review to end, or the last attempt failed
 * - `pending`: under review
 * - `approved`: the reviewers have approved it
 * - `rejected`: the reviewers have rejected it
 * - `inactive`: lapsed (Huawei Cloud only)
 * - `unknown`: a vendor status that this version does not know, or a filing whose answer was lost
 */
export type SignatureStatus = "queued" | "pending" | "approved" | "rejected" | "inactive" | "unknown";
