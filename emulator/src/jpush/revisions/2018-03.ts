import { commonErrors } from "../errors";
import type { Revision } from "./revision";

/** 短信签名 API, 2018-03, and its English page of 2018-05. */
export const revision201803: Revision = {
  name: "2018-03",
  fields: {
    sign: { kind: "text", rule: "sign", required: true },
    image0: { kind: "image" },
    image1: { kind: "image" },
    image2: { kind: "image" },
    image3: { kind: "image" },
  },
  types: [],
  withdrawnTypes: [],
  errors: {
    ...commonErrors,
    50013: { status: 403, message: "invalid temp_id" },
    50025: { status: 403, message: "wrong template type" },
    50105: { status: 403, message: "the signature in use cannot be deleted" },
  },
  undeletable: "in use",
  answer: ({ id, text, vendorStatus, inUse }) => ({
    sign_id: id,
    sign: text,
    status: vendorStatus,
    use_status: Number(inUse),
  }),
};
