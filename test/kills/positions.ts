import type { Step } from "../../provider/lifecycle/plan";
import type { HuaweiPhase } from "./huawei";
import type { JPushPhase } from "./jpush";

/*
 * What an engine's call does at the vendor, as a table: each step of the plan, and in which phases of a signature's life
 * a run is killed there. A step that stands in no row fails the type check here; a call of a vendor that stands in no phase fails the tests
 * beside it.
 */

export const MOMENTS = ["before", "between", "after"] as const;

/**
 * When the run is killed: right before the request leaves; when the vendor has done it, and its answer is here but
 * nobody has seen it; when the answer is booked and the program speaks again, and no state is saved.
 */
export type Moment = (typeof MOMENTS)[number];

/** Steps that ask something of the vendor, and where a run is killed in them; the others only book something. */
export const STEPS = {
  submit: [
    "create",
    "update that settles a lost answer",
    "update that submits a second one",
    "update that withdraws and submits",
  ],
  modify: ["update that modifies"],
  remove: [
    "update that withdraws and submits",
    "update that deletes a superseded one",
    "update that deletes the approved one first",
  ],
  adopt: ["create that adopts"],
  activate: ["update that activates"],
  find: ["update that finds a lost one"],
  wait: [],
  refuse: [],
  record: [],
} as const satisfies { readonly [step in Step["do"]]: readonly (JPushPhase | HuaweiPhase)[] };
