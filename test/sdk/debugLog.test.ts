import { ReadResourceResponse, RegisterResourceResponse } from "@pulumi/pulumi/proto/resource_pb";
import { expect } from "chai";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import {
  HuaweiProvider,
  HuaweiSmsSignature,
  HuaweiSmsSignatureApproval,
  JPushProvider,
  JPushSmsSignature,
  JPushSmsSignatureApproval,
} from "../../sdk";
import { SmsResource } from "../../sdk/SmsResource";
import { Registrations, valueOf } from "./registrations";
import { COMPANY, ENTERPRISE } from "./samples";

const PRIVATE = Struct.fromJavaScript({ legalPersonIdNumber: "99000119900307001X" });

/** A resource that nobody has listed anywhere. */
class Invented extends SmsResource {
  constructor(name: string) {
    super("invented:index:Thing", name, { password: "sample" }, {});
  }
}

/** What the SDK makes of an answer in its debug log. */
const textsOf = (urn: string) => [
  String(new RegisterResourceResponse().setUrn(urn).setObject(PRIVATE)),
  String(new ReadResourceResponse().setUrn(urn).setProperties(PRIVATE)),
];

describe("an answer of the engine as text", () => {
  before(() => new Registrations().install());

  for (const [what, make] of [
    ["a JPush signature", () => new JPushSmsSignature("jpush", COMPANY)],
    [
      "a JPush gate",
      () => new JPushSmsSignatureApproval("gate", { signature: new JPushSmsSignature("gated", COMPANY) }),
    ],
    ["a JPush provider", () => new JPushProvider("subsidiary", { appKey: "key", masterSecret: "secret" })],
    ["a Huawei Cloud signature", () => new HuaweiSmsSignature("huawei", ENTERPRISE)],
    [
      "a Huawei Cloud gate",
      () => new HuaweiSmsSignatureApproval("huawei-gate", { signature: new HuaweiSmsSignature("two", ENTERPRISE) }),
    ],
    ["a Huawei Cloud provider", () => new HuaweiProvider("another", { token: "SAMPLE" })],
    ["any other resource of this package", () => new Invented("invented")],
  ] as const) {
    it(`has nothing but the URN, of ${what}`, async () => {
      const urn = await valueOf(make().urn);
      const child = urn.replace(/::([^:]*(?:[:][^:]+)*)::(?=[^:]*$)/, "::company:index:Brand$$$1::");
      expect(child).to.include("company:index:Brand$");
      for (const each of [urn, child]) expect(textsOf(each)).to.deep.equal([each, each]);
    });
  }

  it("has nothing private where there is no URN by which to tell whose it is", () => {
    for (const urn of ["", "brand"]) expect(textsOf(urn).join()).not.to.include("99000119900307001X");
  });

  it("is as it was for other packages' resources", () => {
    for (const type of ["random:index/randomId:RandomId", "pulumi-nodejs:dynamic:Resource"]) {
      for (const text of textsOf(`urn:pulumi:dev::sample::${type}::jpush`))
        expect(text).to.include("99000119900307001X");
    }
  });
});
