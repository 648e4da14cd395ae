import { jpush } from "../../provider/jpush";
import { failing, InitialisationFailure } from "../provider/support/failures";
import { JPUSH_SAMPLE } from "../provider/support/Sample";
import type { Stack } from "../provider/support/Stack";
import { upTo, type KilledVendor } from "./KilledVendor";

const CHANGED = { sign: "极光通知" };
const AGAIN = { sign: "极光短信" };

async function approved(stack: Stack): Promise<void> {
  await stack.up();
  await stack.vendor.approve(37582);
  await stack.refresh();
}

async function succeeded(stack: Stack): Promise<void> {
  await approved(stack);
  await stack.up(CHANGED);
  await stack.vendor.approve(37583);
  await stack.refresh();
  await stack.up(CHANGED);
}

const PHASES = {
  create: {
    ...upTo(),
    calls: ["POST /v1/sign", "GET /v1/sign/37582"],
    leaves: ["37582 极光推送 pending"],
  },
  "create that adopts": {
    prepare: ({ vendor }) => vendor.occupy(),
    ...upTo({ sign: "占位签名", adoptId: 37582 }),
    calls: ["GET /v1/sign/37582", "GET /v1/sign/37582"],
    leaves: ["37582 占位签名 pending"],
  },
  "update that settles a lost answer": {
    prepare: async (stack) => {
      await stack.vendor.faults([{ method: "POST", times: 1, kind: "cut-before" }]);
      await failing(stack.up(), InitialisationFailure);
    },
    ...upTo(),
    calls: ["POST /v1/sign", "GET /v1/sign/37582"],
    leaves: ["37582 极光推送 pending"],
  },
  "update that looks": {
    prepare: (stack) => stack.up(),
    ...upTo({ whenBusy: "fail" }),
    calls: ["GET /v1/sign/37582"],
    leaves: ["37582 极光推送 pending"],
  },
  "update that modifies": {
    prepare: async (stack) => {
      await stack.up();
      await stack.vendor.reject(37582);
      await stack.refresh();
    },
    ...upTo(CHANGED),
    calls: ["GET /v1/sign/37582", "POST /v1/sign/37582", "GET /v1/sign/37582"],
    leaves: ["37582 极光通知 pending"],
  },
  "update that submits a second one": {
    prepare: approved,
    ...upTo(CHANGED),
    calls: ["GET /v1/sign/37582", "POST /v1/sign", "GET /v1/sign/37583"],
    leaves: ["37582 极光推送 approved", "37583 极光通知 pending"],
  },
  "update that withdraws and submits": {
    prepare: (stack) => stack.up(),
    ...upTo({ ...CHANGED, whilePending: "withdraw" }),
    calls: ["GET /v1/sign/37582", "DELETE /v1/sign/37582", "POST /v1/sign", "GET /v1/sign/37583"],
    leaves: ["37583 极光通知 pending"],
  },
  "update that deletes a superseded one": {
    prepare: succeeded,
    ...upTo({ ...CHANGED, supersededAfter: "0s" }),
    calls: ["GET /v1/sign/37582", "GET /v1/sign/37583", "DELETE /v1/sign/37582"],
    leaves: ["37583 极光通知 approved"],
  },
  refresh: {
    prepare: async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
    },
    run: (stack) => stack.refresh(),
    calls: ["GET /v1/sign/37582"],
    leaves: ["37582 极光推送 approved"],
  },
  delete: {
    prepare: async (stack) => {
      await succeeded(stack);
      await stack.up(AGAIN);
    },
    run: (stack) => stack.destroy(),
    calls: [
      "GET /v1/sign/37584",
      "GET /v1/sign/37582",
      "GET /v1/sign/37583",
      "DELETE /v1/sign/37584",
      "DELETE /v1/sign/37582",
      "DELETE /v1/sign/37583",
    ],
    leaves: [],
  },
} satisfies KilledVendor["phases"];

export type JPushPhase = keyof typeof PHASES;

export const JPUSH: KilledVendor = {
  name: "JPush",
  kind: jpush,
  sample: JPUSH_SAMPLE,
  root: "",
  calls: {
    submit: ["POST /v1/sign"],
    modify: ["POST /v1/sign/{id}"],
    query: ["GET /v1/sign/{id}"],
    remove: ["DELETE /v1/sign/{id}"],
    prepare: [],
    find: [],
    keysOf: [],
    activate: [],
  },
  phases: PHASES,
  losing: "POST /v1/sign",
};
