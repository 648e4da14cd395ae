import { expect } from "chai";
import { InvalidSettingError } from "../../provider/errors";
import { endpointOf } from "../../provider/settings/connection";

const NAMES = { setting: "jpush:endpoint", variable: "JPUSH_ENDPOINT", insecureHttp: "jpush:insecureHttp" };

function parse(text: string, insecureHttp = false) {
  const config = { "jpush:endpoint": text, "jpush:insecureHttp": String(insecureHttp) };
  const { url, host } = endpointOf({ explicit: null, environment: {}, config }, NAMES, text);
  return { url, host };
}

describe("an endpoint", () => {
  const taken: [text: string, url: string, host: string][] = [
    ["https://api.example", "https://api.example", "api.example"],
    ["https://api.example/", "https://api.example", "api.example"],
    ["https://API.example:8443/gateway/", "https://api.example:8443/gateway", "api.example"],
    ["https://api.example.", "https://api.example.", "api.example"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010", "loopback"],
    ["http://127.8.9.10", "http://127.8.9.10", "loopback"],
    ["http://localhost:80/", "http://localhost", "loopback"],
    ["https://sms.localhost", "https://sms.localhost", "loopback"],
    ["http://[::1]:4010", "http://[::1]:4010", "loopback"],
    ["http://[::ffff:127.0.0.1]", "http://[::ffff:7f00:1]", "loopback"],
  ];
  for (const [text, url, host] of taken) {
    it(`can be ${text}`, () => {
      expect(parse(text)).to.deep.equal({ url, host });
    });
  }

  const refused = [
    "",
    "api.example",
    "api.example:443",
    "ftp://api.example",
    "https://",
    "https://user@api.example",
    "https://user:hidden@api.example",
    "https://api.example?key=hidden",
    "https://api.example?",
    "https://api.example#hidden",
    "http://api.example",
    "http://127.0.0.1.example",
    "http://localhost.example",
    "http://0.0.0.0:4010",
    "http://[::2]",
  ];
  for (const text of refused) {
    it(`cannot be ${text || "empty"}`, () => {
      expect(() => parse(text))
        .to.throw(InvalidSettingError, /^The setting jpush:endpoint /)
        .with.property("message")
        .not.contain("hidden");
    });
  }

  it("may be http off the loopback where the user says so, and is told how", () => {
    expect(parse("http://api.example", true)).to.deep.equal({ url: "http://api.example", host: "api.example" });
    expect(() => parse("http://api.example")).to.throw("jpush:insecureHttp");
  });
});
