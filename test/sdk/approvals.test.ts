import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { HuaweiSmsSignatureApproval, JPushSmsSignatureApproval } from "../../sdk";

const GATES = {
  JPushSmsSignatureApproval: (args: object) => new JPushSmsSignatureApproval("gate", args as never),
  HuaweiSmsSignatureApproval: (args: object) => new HuaweiSmsSignatureApproval("gate", args as never),
};

describe("a gate in a program without types", () => {
  for (const [className, gate] of Object.entries(GATES)) {
    for (const [args, reasons] of [
      [
        { signatue: {} },
        ["signatue: there is no such input: did you mean signature? The inputs are signature, timeout"],
      ],
      [{ signature: "brand", timeout: "1h" }, []],
      [{}, []],
    ] as const) {
      it(`${className} says what is wrong with ${JSON.stringify(args)}`, () => {
        expect(() => gate(args))
          .to.throw(pulumi.RunError)
          .with.property(
            "message",
            [
              `${className} gate cannot be used:`,
              ...reasons,
              "signature: it is no signature: give the resource itself",
            ].join("\n  "),
          );
      });
    }
  }
});
