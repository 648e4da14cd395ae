import { z } from "zod";
import { numberOf } from "../../inputs/normalForm";
import type { Revision } from "./revision";
import { remark, sign } from "./rules";

const TYPES =
  "1 (company), 2 (filed website), 3 (app), 4 (WeChat account or mini-program), 5 (shop), 6 (trademark) or 7 (other)";

const type = z.literal([1, 2, 3, 4, 5, 6, 7], { error: `not one of JPush's types: choose ${TYPES}` });

/** 短信签名 API, Chinese, 2018-11. */
export const revision201811: Revision = {
  fields: [
    { kind: "scalar", name: "sign", wireName: "sign", required: true, what: "the text of the signature", rule: sign },
    {
      kind: "scalar",
      name: "type",
      wireName: "type",
      what: `what the text is: ${TYPES}`,
      rule: () => type,
      normalise: numberOf,
    },
    { kind: "documents", name: "images", wireNames: ["image0"], what: "the scan of what proves the right to the text" },
    {
      kind: "scalar",
      name: "remark",
      wireName: "remark",
      reviewersOnly: true,
      what: "a word to the reviewers",
      rule: remark,
    },
  ],
  codes: new Map(),
  flags: { isDefault: "is_default", inUse: "use_status" },
};
