import type { Clock } from "../clock";
import { SignatureStore } from "../signatures/store";
import type { JPushSettings } from "./settings";
import { approved, pending, rejected, statusOf } from "./entities";

/** The sample of the vendor's pages. */
const firstId = 37582;

export function jpushStore(clock: Clock, { firstIsDefault }: JPushSettings): SignatureStore {
  return new SignatureStore(
    {
      vendor: "jpush",
      pending,
      approved,
      rejected,
      status: statusOf,
      id: (count) => firstId + count,
      hasDefault: true,
      firstApprovedIsDefault: firstIsDefault,
    },
    clock,
  );
}
