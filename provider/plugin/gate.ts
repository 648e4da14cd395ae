import type { ApprovalTable } from "../../properties";
import type { Fault } from "../errors";
import { noSuchName } from "../nearest";
import { hasUnknown, isAbsent } from "../values";
import type { Value, Values } from "../values";

/*
 * A gate's input `signature`: the outputs of the signature, one by one, under their own names, which every language can
 * give. The core has names for them that no vendor has.
 */

/** The inputs as the core takes them; what a program with the classes left in a state is taken as it is. */
export function gateInputs(names: ApprovalTable["gated"], inputs: Values): Values {
  const { signature } = inputs;
  if (!isObject(signature) || "text" in signature) return inputs;
  const { status, rejectionReason, accountFingerprint: account } = signature;
  const gated: Values = {
    text: signature[names.text],
    newest: signature[names.newest],
    serving: signature[names.serving],
    status,
    rejectionReason,
    account,
  };
  return { ...inputs, signature: Object.fromEntries(Object.entries(gated).filter(([, value]) => value !== undefined)) };
}

/** What the core would say of it in its own names. */
export function gateFaults(names: ApprovalTable["gated"], inputs: Values): readonly Fault[] {
  const { signature } = inputs;
  const all = [...Object.values(names), "status", "rejectionReason", "accountFingerprint"];
  const example = `{ ${all.map((name) => `${name}: <signature>.${name}`).join(", ")} }`;
  if (signature === undefined || signature === null)
    return [{ input: "signature", reason: `it is missing: give ${example}` }];
  if (hasUnknown(signature)) return [];
  if (!isObject(signature)) {
    return [{ input: "signature", reason: `it is no object: give the signature's outputs one by one, ${example}` }];
  }
  const missing = [names.text, "status", "accountFingerprint"].filter((name) => isAbsent(signature[name]));
  const strange = Object.keys(signature).filter((name) => !all.includes(name));
  return [
    ...missing.map((name) => ({
      input: `signature.${name}`,
      reason: "it is missing: give the signature's output of that name",
    })),
    ...strange.map((name) => ({ input: `signature.${name}`, reason: noSuchName("output", name, all) })),
  ];
}

function isObject(value: Value): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
