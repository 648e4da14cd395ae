import { huawei } from "../../provider/huawei";
import { PROJECT_ID, shownIdOf } from "../huawei/rig";
import { failing, InitialisationFailure } from "../provider/support/failures";
import { HUAWEI_SAMPLE } from "../provider/support/Sample";
import { picture } from "../provider/support/samples";
import type { Stack } from "../provider/support/Stack";
import { sha256 } from "../provider/support/wire";
import { upTo, type KilledVendor } from "./KilledVendor";

/** The emulator's ids, in the order in which signatures are made. */
const idOf = (count: number) => sha256(`signature ${count}`).slice(0, 32);
const [ONE, TWO] = [idOf(0), idOf(1)];

const OTHER = { path: "documents/other.png", content: picture("another licence") };
const OTHER_LICENCE = { businessLicense: { path: OTHER.path, sha256: sha256(OTHER.content) } };

const rescanned = (stack: Stack) => stack.folder.write(OTHER.path, OTHER.content);

async function approved(stack: Stack): Promise<void> {
  await stack.up();
  await stack.vendor.approve(ONE);
  await stack.refresh();
}

/** What differs from JPush, and each of its calls: the lifecycle between them is the same. */
const PHASES = {
  create: {
    ...upTo(),
    calls: ["GET apps", "POST upload-files", "POST upload-files", "POST signatures", `GET signatures/${ONE}`],
    leaves: [`${ONE} 样例科技 pending`],
  },
  "create that adopts": {
    prepare: async (stack) => {
      await stack.up();
      await stack.forget();
    },
    ...upTo({ adoptId: shownIdOf(ONE) }),
    calls: [`GET signatures/${shownIdOf(ONE)}`, "GET signatures", `GET signatures/${ONE}`, `GET signatures/${ONE}`],
    leaves: [`${ONE} 样例科技 pending`],
  },
  "update that finds a lost one": {
    prepare: async (stack) => {
      await stack.vendor.faults([
        { method: "POST", path: `/v2/${PROJECT_ID}/msgsms/signatures`, times: 1, kind: "cut-after" },
      ]);
      await failing(stack.up(), InitialisationFailure);
    },
    ...upTo(),
    calls: ["GET signatures", `GET signatures/${ONE}`],
    leaves: [`${ONE} 样例科技 pending`],
  },
  "update that modifies": {
    prepare: async (stack) => {
      await stack.up();
      await stack.vendor.reject(ONE);
      await stack.refresh();
      await rescanned(stack);
    },
    ...upTo(OTHER_LICENCE),
    calls: [`GET signatures/${ONE}`, "GET apps", "POST upload-files", `PUT signatures/${ONE}`, `GET signatures/${ONE}`],
    leaves: [`${ONE} 样例科技 pending`],
  },
  "update that deletes the approved one first": {
    prepare: async (stack) => {
      await approved(stack);
      await rescanned(stack);
    },
    ...upTo({ ...OTHER_LICENCE, allowOutage: true }),
    calls: [
      `GET signatures/${ONE}`,
      `DELETE signatures/${ONE}`,
      "GET apps",
      "POST upload-files",
      "POST signatures",
      `GET signatures/${TWO}`,
    ],
    leaves: [`${TWO} 样例科技 pending`],
  },
  "update that activates": {
    prepare: async (stack) => {
      await approved(stack);
      await stack.vendor.change(ONE, { vendorStatus: "TO_BE_ACTIVATED" });
      await stack.refresh();
    },
    ...upTo(),
    calls: [`GET signatures/${ONE}`, `PUT signatures/${ONE}/active`, `GET signatures/${ONE}`],
    leaves: [`${ONE} 样例科技 pending`],
  },
  delete: {
    prepare: (stack) => stack.up(),
    run: (stack) => stack.destroy(),
    calls: [`GET signatures/${ONE}`, `DELETE signatures/${ONE}`],
    leaves: [],
  },
} satisfies KilledVendor["phases"];

export type HuaweiPhase = keyof typeof PHASES;

export const HUAWEI: KilledVendor = {
  name: "Huawei Cloud",
  kind: huawei,
  sample: HUAWEI_SAMPLE,
  root: `/v2/${PROJECT_ID}/msgsms/`,
  calls: {
    submit: ["GET apps", "POST upload-files", "POST signatures"],
    modify: ["PUT signatures/{id}"],
    query: ["GET signatures/{id}"],
    remove: ["DELETE signatures/{id}"],
    prepare: ["GET apps", "POST upload-files"],
    find: ["GET signatures"],
    keysOf: ["GET signatures"],
    activate: ["PUT signatures/{id}/active"],
  },
  phases: PHASES,
  leaking: "POST upload-files",
};
