import { inRevision, jpushSignature } from "../../properties";
import type { CodeRow } from "../vendors/codes";
import { fieldsOf } from "../inputs/fields";
import type { Field } from "../inputs/fields";
import type { Relation } from "../inputs/validate";
import type { Values } from "../values";
import { CHECK_INPUTS, CONSOLE, REPORT } from "./codes";
import { RELATIONS, RULES } from "./rules";
import type { CheckSettings } from "./settings";

export type JPushField = Field<CheckSettings>;

/** What each code of the vendor's means. */
export type Codes = ReadonlyMap<number, CodeRow>;

/** One published wire format of JPush's signatures: everything in which it can differ from the others. */
export interface Revision {
  /** In the order in which they are sent. */
  readonly fields: readonly JPushField[];
  /** Rules about several of them. */
  readonly relations?: readonly Relation[];
  /** The codes that it alone has, or words in its own way; the others mean the same in every revision. */
  readonly codes: Codes;
  /** What a query tells beside id, text and status, and under which name. */
  readonly flags: { readonly isDefault?: string; readonly inUse: string };
}

const fieldsIn = (revision: string) => fieldsOf(inRevision(jpushSignature.filed, revision), RULES);

/** Every revision that this version speaks, by its name in programs. */
export const REVISIONS = {
  /** "SMS Signature API", English, 2026-04-23. */
  "2026-04": {
    fields: fieldsIn("2026-04"),
    relations: RELATIONS,
    codes: new Map(),
    flags: { isDefault: "is_default", inUse: "use_status" },
  },
  /** 短信签名 API, Chinese, 2018-11. */
  "2018-11": {
    fields: fieldsIn("2018-11"),
    codes: new Map(),
    flags: { isDefault: "is_default", inUse: "use_status" },
  },
  /** 短信签名 API, Chinese, 2018-03, and its English page of 2018-05. */
  "2018-03": {
    fields: fieldsIn("2018-03"),
    codes: new Map<number, CodeRow>([
      [50013, { meaning: "other", advice: REPORT }],
      [50025, { meaning: "other", advice: CHECK_INPUTS }],
      [
        50105,
        {
          meaning: "default",
          advice: `JPush does not delete a signature that is in use: take it out of use in ${CONSOLE}. Then delete a superseded signature there, or by pulumi destroy: pulumi up does not try again.`,
        },
      ],
    ]),
    flags: { inUse: "use_status" },
  },
} as const satisfies { readonly [name in (typeof jpushSignature.revisions)[number]]: Revision };

export type RevisionName = keyof typeof REVISIONS;

/** Among the inputs: the one that chooses the revision. */
export const REVISION_INPUT = "apiRevision";

const DEFAULT_REVISION: RevisionName = jpushSignature.behaviour.apiRevision.default;
export const REVISION_NAMES: readonly string[] = jpushSignature.revisions;

/** The name of the revision that the inputs choose; the default's where they choose none that is known. */
export function revisionNameOf(inputs: Values): RevisionName {
  const name = inputs[REVISION_INPUT];
  return isRevisionName(name) ? name : DEFAULT_REVISION;
}

export function revisionOf(inputs: Values): Revision {
  return REVISIONS[revisionNameOf(inputs)];
}

export function isRevisionName(name: unknown): name is RevisionName {
  return typeof name === "string" && Object.hasOwn(REVISIONS, name);
}
