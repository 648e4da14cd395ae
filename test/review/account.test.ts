import { expect } from "chai";
import { accessOf } from "../../review/account";

const APP = { appKey: "7d431e42dfa6a6d693ac2d04", masterSecret: "5e987ac6d2e04d95a9d8f0d1" };

describe("the account of a receiver", () => {
  const before = { HTTPS_PROXY: process.env["HTTPS_PROXY"], JPUSH_APP_KEY: process.env["JPUSH_APP_KEY"] };
  afterEach(() => {
    for (const [name, value] of Object.entries(before))
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
  });

  it("is asked through the environment's proxy, and is no other than the one that was given", () => {
    process.env["HTTPS_PROXY"] = "http://proxy.example:3128";
    process.env["JPUSH_APP_KEY"] = "of-the-environment";
    const { appKey, endpoint } = accessOf(APP);
    expect(appKey).to.equal(APP.appKey);
    expect(endpoint.proxy?.url).to.equal("http://proxy.example:3128");
    expect(accessOf({ ...APP, endpoint: "http://127.0.0.1:4010" }).endpoint.proxy).to.equal(null);
  });

  it("cannot be asked through a proxy that is none, which is said when the receiver is made", () => {
    process.env["HTTPS_PROXY"] = "http://";
    expect(() => accessOf(APP)).to.throw("HTTPS_PROXY");
  });
});
