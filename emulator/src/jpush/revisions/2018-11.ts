import { commonErrors } from "../errors";
import { revision202604 } from "./2026-04";
import type { Revision } from "./revision";

/** 短信签名 API, 2018-11. */
export const revision201811: Revision = {
  name: "2018-11",
  fields: {
    sign: { kind: "text", rule: "sign", required: true },
    type: { kind: "text", rule: "type" },
    image0: { kind: "image" },
    remark: { kind: "text", rule: "remark" },
  },
  types: [1, 2, 3, 4, 5, 6, 7],
  withdrawnTypes: [],
  errors: commonErrors,
  undeletable: "default",
  answer: revision202604.answer,
};
