import { FIELDS } from "../../provider/huawei/content";
import { REVISIONS, isRevisionName } from "../../provider/jpush/revisions";
import type { WireNames } from "./tables";

const wireNamesOf = (fields: readonly { readonly name: string; readonly wireNames: readonly string[] }[]) =>
  new Map(fields.map(({ name, wireNames }) => [name, wireNames]));

export const jpushWireNames: WireNames = (input, revision) =>
  (isRevisionName(revision) && wireNamesOf(REVISIONS[revision].fields).get(input)) || [];

export const huaweiWireNames: WireNames = (input) => wireNamesOf(FIELDS).get(input) ?? [];
