import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { JPushSmsSignature, JPushSmsSignatureApproval } from "../../sdk";
import { Registrations, valueOf } from "./registrations";
import { COMPANY } from "./samples";

describe("customTimeouts, which Pulumi does not hand to dynamic resources,", () => {
  const registrations = new Registrations();
  let warned: string[] = [];
  const { warn } = console;
  beforeEach(async () => {
    await registrations.install();
    warned = [];
    console.warn = (text: string) => void warned.push(text);
  });
  afterEach(() => {
    console.warn = warn;
  });

  const gate = async (opts: pulumi.CustomResourceOptions) => {
    const signature = new JPushSmsSignature("brand", COMPANY);
    await valueOf(new JPushSmsSignatureApproval("usable", { signature }, opts).urn);
  };

  it("are warned of, with what counts in their place", async () => {
    await gate({ customTimeouts: { create: "5m" } });
    expect(warned).to.have.lengthOf(1);
    expect(warned[0])
      .to.include("customTimeouts has no effect here")
      .and.include("the input timeout of an approval gate");
  });

  it("are not missed where there are none", async () => {
    await gate({});
    await gate({ customTimeouts: {} });
    expect(warned).to.deep.equal([]);
  });
});
