import { CHECK_INPUTS, CONSOLE, REPORT } from "../codes";
import type { Revision } from "./revision";
import { sign } from "./rules";

/** 短信签名 API, Chinese, 2018-03, and its English page of 2018-05. */
export const revision201803: Revision = {
  fields: [
    { kind: "scalar", name: "sign", wireName: "sign", required: true, what: "the text of the signature", rule: sign },
    {
      kind: "documents",
      name: "images",
      wireNames: ["image0", "image1", "image2", "image3"],
      what: "the scans of what proves the right to the text",
    },
  ],
  codes: new Map([
    [50013, { meaning: "other", advice: REPORT }],
    [50025, { meaning: "other", advice: CHECK_INPUTS }],
    [
      50105,
      {
        meaning: "default",
        advice: `JPush does not delete a signature that is in use: see to it in ${CONSOLE} that nothing uses it. A superseded one is then deleted there, or by pulumi destroy: no pulumi up tries it again.`,
      },
    ],
  ]),
  flags: { inUse: "use_status" },
};
