import { signatureOutputs } from "../../properties";
import { digestOf } from "../../provider/lifecycle/digest";
import type { Environment } from "../../provider/context";
import type { VendorRules } from "../../provider/lifecycle/vendor";
import type { SimulatedStep } from "../../provider/lifecycle/simulate";
import { simulateCall } from "../../provider/signature/preview";
import { signatureResource } from "../../provider/signature/signatureResource";
import type { SignatureKind } from "../../provider/signature/kind";
import { UNKNOWN } from "../../provider/values";
import type { Value, Values } from "../../provider/values";
import type { ModelVendor } from "./ModelVendor";
import { RULES } from "./ModelVendor";
import { ResourceEngine } from "./ResourceEngine";

/** What is filed, in the format that the inputs choose. */
function contentOf(inputs: Values, { formats }: VendorRules): { readonly [field: string]: Value } {
  const format = formats !== undefined && inputs["format"] === "new" ? "new" : "old";
  const fields = RULES.formats?.fields[format]?.filter((field) => inputs[field] !== undefined) ?? [];
  return { ...Object.fromEntries(fields.map((field) => [field, inputs[field]])), format };
}

/** The model vendor's signature as a kind of resource. */
export function modelKind(vendor: ModelVendor): SignatureKind {
  return {
    type: "model:SmsSignature",
    settings: [],
    rules: vendor.rules,
    supersededDefault: "delete",
    servingOutput: "servingSignId",
    servingOf: (id) => id,
    outputs: [...Object.keys(signatureOutputs), "signId", "servingSignId"],
    detailsOf: (newest, serving) => ({ signId: newest?.id ?? null, servingSignId: serving?.id ?? null }),
    parseId: Number,
    check: async () => ({ normalised: {}, faults: [] }),
    contentOf: (inputs) => ({
      text: inputs["sign"] === UNKNOWN ? null : String(inputs["sign"]),
      digests: Object.fromEntries(
        Object.entries(contentOf(inputs, vendor.rules)).map(([field, value]) => [
          field,
          field === "format" ? String(value) : digestOf(value),
        ]),
      ),
    }),
    accountOf: () => ({
      kind: "ready",
      fingerprint: "model",
      account: {
        ...vendor.account,
        filing: (inputs) => vendor.filing(String(inputs["sign"]), JSON.stringify(contentOf(inputs, vendor.rules))),
      },
    }),
  };
}

/** Pulumi's engine over the model vendor. */
export class ModelEngine extends ResourceEngine {
  constructor(
    readonly vendor: ModelVendor,
    environment?: Environment,
  ) {
    const kind = modelKind(vendor);
    super(kind, signatureResource(kind, vendor.now), {}, environment);
  }

  /** What a preview of these inputs tells, as data. */
  async preview(inputs: Values): Promise<readonly SimulatedStep[]> {
    const { state } = this;
    const call = { id: state?.id ?? null, inputs, state: state?.outputs ?? null };
    const context = this.context(inputs, state?.outputs ?? {});
    return (await simulateCall(modelKind(this.vendor), context, call, this.vendor.now)).steps;
  }
}
