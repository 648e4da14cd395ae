import { expect } from "chai";
import { BEHAVIOUR_NAMES, FIELD_NAMES, SECRET_INPUTS } from "../../provider/jpush/content";
import { jpushSmsSignature } from "../../provider/jpush/resource";
import {
  HuaweiSmsSignature,
  JPushSmsSignature,
  type HuaweiSmsSignatureArgs,
  type JPushSmsSignatureArgs,
} from "../../sdk";
import { isSecret, Registrations } from "./registrations";
import { COMPANY } from "./samples";

/** Of a union of arguments, one for each revision, the keys of every member. */
type Inputs<Args> = Args extends unknown ? keyof Args : never;

/** The arguments' keys, neither more nor fewer: the compiler compares them with the type. */
const ARGUMENTS: { readonly [Input in Inputs<JPushSmsSignatureArgs>]: true } = {
  sign: true,
  type: true,
  legalPersonName: true,
  legalPersonIdNumber: true,
  socialCreditCode: true,
  idCardImage: true,
  businessLicenseImage: true,
  trademarkImage: true,
  thirdPartyAuthImage: true,
  otherImage: true,
  images: true,
  thirdPartyCompanyName: true,
  remark: true,
  whenBusy: true,
  whilePending: true,
  superseded: true,
  supersededAfter: true,
  resubmit: true,
  adoptId: true,
  apiRevision: true,
};

/** Every argument is an output too: the compiler names those that the class does not declare. */
type Undeclared =
  | Exclude<Inputs<JPushSmsSignatureArgs>, keyof JPushSmsSignature>
  | Exclude<keyof HuaweiSmsSignatureArgs, keyof HuaweiSmsSignature>;
const UNDECLARED: { readonly [Input in Undeclared]: true } = {};

/** What the SDK's base class brings, and what is not the user's. */
const OWN = /^(__|urn$|id$)/;

describe("the names of a JPush signature's inputs", () => {
  const known = new Set([...Object.values(FIELD_NAMES).flat(), ...BEHAVIOUR_NAMES]);

  it("are the same in the argument type and in the provider's tables", () => {
    expect(Object.keys(ARGUMENTS)).to.have.members([...known]);
  });

  it("are outputs of the class, under their own names", () => {
    expect(UNDECLARED).to.deep.equal({});
  });

  it("and those of its outputs are the same in the class and in the provider", async () => {
    await new Registrations().install();
    const named = Object.keys(new JPushSmsSignature("brand", COMPANY)).filter((key) => !OWN.test(key));
    const outputs = jpushSmsSignature.outputs.filter((key) => !OWN.test(key));
    expect(named).to.have.members([...known, ...outputs]);
  });

  it("that are private are those which the class makes secret", async () => {
    const registrations = new Registrations();
    await registrations.install();
    const { inputs } = await registrations.of(new JPushSmsSignature("brand", COMPANY));
    const secrets = Object.keys(inputs).filter((key) => isSecret(inputs[key]));
    expect(secrets).to.have.members([...SECRET_INPUTS]);
  });
});
