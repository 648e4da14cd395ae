import { inspect } from "node:util";
import { expect } from "chai";
import { InvalidSettingError } from "../../provider/errors";
import { proxyFor } from "../../provider/settings/proxy";

const ADDRESS = "https://api.example:8443/v1";
const proxyAt = (address: string, environment: Readonly<Record<string, string>>) =>
  proxyFor(new URL(address), environment)?.url ?? null;

describe("a proxy", () => {
  const PROXY = "http://proxy.example:3128";
  const named: [address: string, environment: Readonly<Record<string, string>>, url: string | null][] = [
    [ADDRESS, {}, null],
    [ADDRESS, { HTTPS_PROXY: PROXY }, PROXY],
    [ADDRESS, { https_proxy: PROXY }, PROXY],
    [ADDRESS, { https_proxy: PROXY, HTTPS_PROXY: "http://other.example" }, PROXY],
    [ADDRESS, { https_proxy: " ", HTTPS_PROXY: PROXY }, PROXY],
    [ADDRESS, { HTTPS_PROXY: "proxy.example:3128" }, PROXY],
    [ADDRESS, { HTTPS_PROXY: "https://proxy.example:3129/" }, "https://proxy.example:3129"],
    [ADDRESS, { HTTP_PROXY: PROXY }, null],
    ["http://api.example", { HTTP_PROXY: PROXY }, PROXY],
    ["http://api.example", { HTTPS_PROXY: PROXY }, null],
  ];
  for (const [address, environment, url] of named) {
    it(`of ${address} in ${JSON.stringify(environment)} is ${url}`, () => {
      expect(proxyAt(address, environment)).to.equal(url);
    });
  }

  for (const address of ["http://127.0.0.1:4010", "https://localhost", "https://sms.localhost", "http://[::1]:4010"]) {
    it(`is never used for ${address}`, () => {
      expect(proxyAt(address, { HTTP_PROXY: PROXY, HTTPS_PROXY: "no address at all" })).to.equal(null);
    });
  }

  const exempt: [address: string, noProxy: string, isExempt: boolean][] = [
    [ADDRESS, "*", true],
    [ADDRESS, "api.example", true],
    [ADDRESS, "API.EXAMPLE", true],
    [ADDRESS, "other.test, api.example", true],
    [ADDRESS, "other.test api.example", true],
    [ADDRESS, "example", true],
    [ADDRESS, ".example", true],
    [ADDRESS, "*.example", true],
    [ADDRESS, "api.example:8443", true],
    [ADDRESS, "api.example:443", false],
    ["https://api.example", "api.example:443", true],
    ["https://api.example.", "api.example", true],
    [ADDRESS, "pi.example", false],
    [ADDRESS, "api.example.test", false],
    [ADDRESS, ",", false],
    ["https://10.1.2.3", "10.0.0.0/8", true],
    ["https://11.1.2.3", "10.0.0.0/8", false],
    ["https://10.1.2.3", "10.1.2.3", true],
    ["https://10.1.2.3", "10.0.0.0/99", false],
    ["https://10.1.2.3", "fd00::/8", false],
    ["https://[fd00::1]", "fd00::/8", true],
    ["https://[fd00::1]", "fd00::1", true],
    ["https://[fd00::1]:8443", "[fd00::1]:8443", true],
    [ADDRESS, "10.0.0.0/8", false],
  ];
  for (const [address, noProxy, isExempt] of exempt) {
    it(`${isExempt ? "is not" : "is"} used for ${address} where NO_PROXY is "${noProxy}"`, () => {
      for (const variable of ["NO_PROXY", "no_proxy"])
        expect(proxyAt(address, { HTTPS_PROXY: PROXY, [variable]: noProxy })).to.equal(isExempt ? null : PROXY);
    });
  }

  it("is let in by the user name and password of its address, which show nowhere", () => {
    const proxy = proxyFor(new URL(ADDRESS), { HTTPS_PROXY: "http://user:hid%40den@proxy.example:3128" });
    expect(proxy?.url).to.equal(PROXY);
    expect(proxy?.authorization?.reveal()).to.equal(`Basic ${Buffer.from("user:hid@den").toString("base64")}`);
    expect(inspect(proxy, { depth: null, showHidden: true })).not.to.match(/hid|dXNlcj/);
  });

  for (const text of [
    "http://",
    "socks5://user:hidden@proxy.example:1080",
    "ftp://proxy.example",
    "http://user:hidden%@proxy.example",
    "http://proxy.example:hidden",
  ]) {
    it(`cannot be ${text}, which is said before anything is sent`, () => {
      expect(() => proxyAt(ADDRESS, { HTTPS_PROXY: text }))
        .to.throw(InvalidSettingError, /^The setting HTTPS_PROXY /)
        .with.property("message")
        .not.contain("hidden");
    });
  }
});
