"use strict";

const pulumi = require("@pulumi/pulumi");
const { each, secrets } = require("./inputs");

/** As a generated SDK has it. */
const OUTPUTS = [
  ...["signId", "servingSignId", "status", "vendorStatus", "isDefault", "inUse", "rejectionReason"],
  "accountFingerprint",
];
const undeclared = Object.fromEntries(OUTPUTS.map((name) => [name, undefined]));

class Signature extends pulumi.CustomResource {
  constructor(name, inputs) {
    super("sms:jpush:Signature", name, { ...inputs, ...undeclared }, secrets);
  }
}

each((name, inputs) => new Signature(name, inputs));
