import * as pulumi from "@pulumi/pulumi";

/** How a signature behaves. None of it is sent to the vendor, and a change of it files nothing. */
export interface SignatureBehaviour {
  /**
   * What happens when the vendor takes no submission because another is under review: `queue` lets the run succeed
   * with the status `queued`, and a later run files it; `fail` fails the run.
   * @default "queue"
   */
  whenBusy?: pulumi.Input<"queue" | "fail">;
  /**
   * What happens when the content changes while the former is under review: `after` lets that review end first,
   * `withdraw` deletes it and files the new content, `refuse` fails the run.
   * @default "after"
   */
  whilePending?: pulumi.Input<"after" | "withdraw" | "refuse">;
  /**
   * What becomes of an approved signature when its successor is approved; `keep` leaves it at the vendor, also on destroy.
   * @default "delete" with JPush, "keep" with Huawei Cloud, where a deletion takes channel number and templates along
   */
  superseded?: pulumi.Input<"delete" | "keep">;
  /**
   * How long a superseded signature stays after an update has published its successor: `90s`, `45m`, `24h`, `3d`, `0s`.
   * @default "24h"
   */
  supersededAfter?: pulumi.Input<string>;
  /** Any text. Changing it files a rejected signature again as it is, or says that a filing whose answer was lost never arrived. */
  resubmit?: pulumi.Input<string>;
}
