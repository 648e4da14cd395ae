import type { Step } from "../../provider/lifecycle/plan";
import type { Vendor } from "../../provider/lifecycle/vendor";

/*
 * What an engine's call does at the vendor, as a table: each step of the plan, each call of the vendor, and in which
 * phases of a signature's life a run is killed there. A step or a call that stands in no row fails the type check here
 * and the tests beside it.
 */

export const MOMENTS = ["before", "between", "after"] as const;

/**
 * When the run is killed: right before the request leaves; when the vendor has done it, and its answer is here but
 * nobody has seen it; when the answer is booked and the program speaks again, and no state is saved.
 */
export type Moment = (typeof MOMENTS)[number];

export type PhaseName =
  | "create"
  | "create that adopts"
  | "update that settles a lost answer"
  | "update that looks"
  | "update that modifies"
  | "update that submits a second one"
  | "update that withdraws and submits"
  | "update that deletes a superseded one"
  | "refresh"
  | "delete";

/** Steps that ask something of the vendor, and where a run is killed in them. */
const REMOTE_STEPS = {
  submit: ["create", "update that settles a lost answer", "update that submits a second one", "update that withdraws and submits"],
  modify: ["update that modifies"],
  remove: ["update that withdraws and submits", "update that deletes a superseded one"],
  adopt: ["create that adopts"],
  // No call of JPush's.
  activate: [],
  find: [],
} as const satisfies { readonly [step in Step["do"]]?: readonly PhaseName[] };

/** Steps that only book something. */
const LOCAL_STEPS = {
  wait: true,
  refuse: true,
  forget: true,
  restate: true,
  retake: true,
  displace: true,
  announce: true,
} as const satisfies { readonly [step in Exclude<Step["do"], keyof typeof REMOTE_STEPS>]: true };

/** The vendor's calls as JPush has them on the wire. */
export const VENDOR_CALLS = {
  submit: "POST /v1/sign",
  modify: "POST /v1/sign/{id}",
  query: "GET /v1/sign/{id}",
  remove: "DELETE /v1/sign/{id}",
  find: null,
  activate: null,
  files: null,
} as const satisfies { readonly [call in keyof Omit<Required<Vendor>, "rules">]: string | null };

export const STEPS: { readonly [step: string]: readonly PhaseName[] } = {
  ...REMOTE_STEPS,
  ...Object.fromEntries(Object.keys(LOCAL_STEPS).map((step) => [step, []])),
};

