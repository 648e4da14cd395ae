import type { Clock } from "../clock";
import { SignatureStore } from "../signatures/store";
import { channelNumber } from "./answers";
import { approved, pending, rejected, statusOf } from "./entities";
import { made } from "./ids";
import type { HuaweiSettings } from "./settings";

export function huaweiStore(clock: Clock, { site }: HuaweiSettings): SignatureStore {
  return new SignatureStore(
    {
      vendor: "huaweicloud",
      pending,
      approved,
      rejected,
      status: statusOf,
      id: (count) => made(`signature ${count}`),
      hasDefault: false,
      firstApprovedIsDefault: false,
      mustReject({ fields }) {
        const lacks = site === "cn" && fields["qualification_id"] === undefined;
        return lacks ? "qualification_id is missing, without which reviews of the Chinese site fail" : undefined;
      },
      lostWith(signature) {
        if (statusOf(signature.vendorStatus) !== "approved") return undefined;
        return `its channel number ${channelNumber(signature)} and every template under it went with it`;
      },
    },
    clock,
  );
}
