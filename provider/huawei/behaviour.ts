import { z } from "zod";
import { adoptIdInput } from "../inputs/adoptId";
import { SHARED_BEHAVIOUR } from "../inputs/behaviour";
import type { BehaviourInput } from "../inputs/behaviour";
import type { Value } from "../values";

const adoptId = adoptIdInput(
  z.string({ error: "not a text: write it in quotes" }).regex(/^[\w-]{1,64}$/, {
    error:
      "not an id of Huawei Cloud: give the signature_id that its console shows, or the primary key `id` that its API lists",
  }),
);

const allowOutage: BehaviourInput = {
  name: "allowOutage",
  rule: z.boolean({ error: "neither true nor false" }),
  // A program may have it from its config, where every value is a text.
  normalise: (value: Value) => (value === "true" || value === "false" ? value === "true" : value),
};

/** Every input of a Huawei Cloud signature that is not filed. */
export const HUAWEI_BEHAVIOUR: readonly BehaviourInput[] = [...SHARED_BEHAVIOUR, allowOutage, adoptId];
