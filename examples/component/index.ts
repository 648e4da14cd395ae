// A product team's program. The platform team's component knows the company's papers and how a signature is kept; the
// product team says the text.
import * as pulumi from "@pulumi/pulumi";
import { BrandSignature } from "./BrandSignature";

const config = new pulumi.Config();

const codes = new BrandSignature("codes", {
  sign: config.get("sign") ?? "极光推送",
  purpose: "Verification codes for our app",
  timeout: config.get("timeout"),
});

/** For the service that sends: a number, never null. */
export const sendWith = codes.sendWith;
