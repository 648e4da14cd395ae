import { ReadResourceResponse, RegisterResourceResponse } from "@pulumi/pulumi/proto/resource_pb";
import { expect } from "chai";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import "../../sdk";

const PRIVATE = Struct.fromJavaScript({ legalPersonIdNumber: "99000119900307001X" });

const OURS = [
  "pulumi-nodejs:dynamic/jpush:SmsSignature::brand",
  "company:index:Brand$pulumi-nodejs:dynamic/jpush:SmsSignature::brand",
  "pulumi-nodejs:dynamic/huaweicloud:SmsSignature::brand",
  "pulumi:providers:pulumi-nodejs::subsidiary",
].map((end) => `urn:pulumi:dev::sample::${end}`);

/** What the SDK makes of an answer in its debug log. */
describe("an answer of the engine as text", () => {
  for (const urn of OURS) {
    it(`has nothing but the URN, of ${urn}`, () => {
      expect(`${new RegisterResourceResponse().setUrn(urn).setObject(PRIVATE)}`).to.equal(urn);
      expect(`${new ReadResourceResponse().setUrn(urn).setProperties(PRIVATE)}`).to.equal(urn);
    });
  }

  it("is as it was for other resources", () => {
    const urn = "urn:pulumi:dev::sample::random:index/randomId:RandomId::jpush";
    expect(`${new RegisterResourceResponse().setUrn(urn).setObject(PRIVATE)}`).to.include("99000119900307001X");
  });
});
