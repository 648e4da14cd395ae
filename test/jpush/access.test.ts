import { inspect } from "node:util";
import { expect } from "chai";
import { contextWith } from "../support/context";
import { jpush } from "../../provider/jpush";
import { jpushSmsSignature } from "../../provider/jpush/resource";
import { resolveAccess, type JPushAccess } from "../../provider/jpush/access";
import { EXPLICIT, FILLED, sourcesOf } from "../../provider/settings/sources";

const KEY = "7d431e42dfa6a6d693ac2d04";
const SECRET = "5e987ac6d2e04d95a9d8f0d1";
const OTHER_KEY = "0123456789abcdef01234567";
const OTHER_SECRET = "secret-of-the-other-account";
const explicitly = (inputs: object) => ({ [EXPLICIT]: "true", ...inputs });

function ready(config: Record<string, string>, environment: Record<string, string> = {}): JPushAccess {
  const resolution = resolveAccess(sourcesOf(config, environment));
  if (resolution.kind !== "ready") throw resolution.error;
  return resolution.access;
}

const CONFIG = { "jpush:appKey": KEY, "jpush:masterSecret": SECRET };
const ENVIRONMENT = { JPUSH_APP_KEY: KEY, JPUSH_MASTER_SECRET: SECRET };

describe("a JPush account", () => {
  describe("takes its credentials", () => {
    const cases = [
      { from: "the stack's config", config: CONFIG, environment: {}, key: KEY, secret: SECRET },
      { from: "the environment alone", config: {}, environment: ENVIRONMENT, key: KEY, secret: SECRET },
      {
        from: "the environment, which wins over the config",
        config: { "jpush:appKey": OTHER_KEY, "jpush:masterSecret": OTHER_SECRET },
        environment: ENVIRONMENT,
        key: KEY,
        secret: SECRET,
      },
      {
        from: "an explicit provider, which wins over the environment",
        config: explicitly({ "jpush:appKey": OTHER_KEY, "jpush:masterSecret": OTHER_SECRET }),
        environment: ENVIRONMENT,
        key: OTHER_KEY,
        secret: OTHER_SECRET,
      },
      {
        from: "the environment for the explicit provider's own app key, which heals a rotation",
        config: explicitly({ "jpush:appKey": KEY, "jpush:masterSecret": "rotated-away" }),
        environment: ENVIRONMENT,
        key: KEY,
        secret: SECRET,
      },
      {
        from: "the environment's secret for an explicit provider with a key alone, where the keys agree",
        config: explicitly({ "jpush:appKey": KEY }),
        environment: ENVIRONMENT,
        key: KEY,
        secret: SECRET,
      },
      {
        from: "the config's secret where the environment names the same app key and no secret",
        config: CONFIG,
        environment: { JPUSH_APP_KEY: KEY },
        key: KEY,
        secret: SECRET,
      },
      {
        from: "an explicit provider, whatever half the environment holds",
        config: explicitly(CONFIG),
        environment: { JPUSH_MASTER_SECRET: OTHER_SECRET },
        key: KEY,
        secret: SECRET,
      },
      {
        from: "the config where the environment's variables are empty or blank",
        config: CONFIG,
        environment: { JPUSH_APP_KEY: "", JPUSH_MASTER_SECRET: " " },
        key: KEY,
        secret: SECRET,
      },
      {
        from: "the environment without the line end of a CI's secret",
        config: {},
        environment: { JPUSH_APP_KEY: KEY, JPUSH_MASTER_SECRET: `${SECRET}\n` },
        key: KEY,
        secret: SECRET,
      },
    ];
    for (const { from, config, environment, key, secret } of cases) {
      it(`from ${from}`, () => {
        const account = ready(config, environment);
        expect(account.appKey).to.equal(key);
        expect(account.masterSecret.reveal()).to.equal(secret);
      });
    }
  });

  describe("is never the environment's where an explicit provider", () => {
    for (const [what, config] of [
      ["is another vendor's", explicitly({})],
      ["holds blank credentials", explicitly({ "jpush:appKey": " ", "jpush:masterSecret": "" })],
      ["holds other settings alone", explicitly({ "jpush:maxTries": "1" })],
      ["has taken the account from the config", explicitly({ ...CONFIG, [FILLED]: "jpush:appKey,jpush:masterSecret" })],
    ] as const) {
      it(what, () => {
        const resolved = resolveAccess(sourcesOf(config, ENVIRONMENT));
        if (resolved.kind !== "invalid") throw new Error(resolved.kind);
        expect(resolved.error.message)
          .to.contain("has no account of JPush")
          .and.contain("give the resource a JPushProvider")
          .and.contain("A component's `providers` takes one provider of this package");
      });
    }

    it("and check says so before anything is filed", async () => {
      const { faults } = await jpush.check(contextWith({ sources: sourcesOf(explicitly({}), {}) }), null, {});
      expect(faults.map(({ input }) => input)).to.deep.equal(["provider"]);
    });
  });

  describe("is missing, and says what to give,", () => {
    const known = ready(CONFIG).fingerprint;
    const cases = [
      {
        when: "nothing is given",
        config: {},
        environment: {},
        names: ["JPUSH_APP_KEY", "jpush:masterSecret", "JPushProvider"],
        fingerprint: null,
      },
      {
        when: "the config holds a key alone",
        config: { "jpush:appKey": KEY },
        environment: {},
        names: ["jpush:masterSecret"],
        fingerprint: known,
      },
      {
        when: "the config holds a secret alone",
        config: { "jpush:masterSecret": SECRET },
        environment: {},
        names: ["jpush:appKey"],
        fingerprint: null,
      },
      {
        when: "the environment holds a secret that may not belong to the config's key",
        config: { "jpush:appKey": OTHER_KEY },
        environment: { JPUSH_MASTER_SECRET: SECRET },
        names: ["JPUSH_APP_KEY"],
        fingerprint: null,
      },
      {
        when: "the environment holds a secret beside the config's whole pair",
        config: CONFIG,
        environment: { JPUSH_MASTER_SECRET: OTHER_SECRET },
        names: ["JPUSH_APP_KEY"],
        fingerprint: null,
      },
      {
        when: "the environment holds a key that is not the config's",
        config: { "jpush:appKey": OTHER_KEY, "jpush:masterSecret": OTHER_SECRET },
        environment: { JPUSH_APP_KEY: KEY },
        names: ["JPUSH_MASTER_SECRET"],
        fingerprint: known,
      },
      {
        when: "an explicit provider holds a key and the environment a secret alone",
        config: explicitly({ "jpush:appKey": KEY }),
        environment: { JPUSH_MASTER_SECRET: SECRET },
        names: ["masterSecret"],
        fingerprint: known,
      },
      {
        when: "an explicit provider holds a key and the environment another account",
        config: explicitly({ "jpush:appKey": OTHER_KEY }),
        environment: ENVIRONMENT,
        names: ["masterSecret"],
        fingerprint: ready({ "jpush:appKey": OTHER_KEY, "jpush:masterSecret": OTHER_SECRET }).fingerprint,
      },
    ];
    for (const { when, config, environment, names, fingerprint } of cases) {
      it(`when ${when}`, () => {
        const resolution = resolveAccess(sourcesOf(config, environment));
        if (resolution.kind !== "missing") throw new Error(`it is ${resolution.kind}`);
        for (const name of names) expect(resolution.error.message).to.contain(name);
        expect(resolution.error.message).not.to.contain(SECRET).and.not.to.contain(OTHER_SECRET);
        expect(resolution.fingerprint).to.equal(fingerprint);
      });
    }
  });

  describe("reads its settings", () => {
    it("with the documented defaults", () => {
      expect(ready(CONFIG)).to.deep.include({
        endpoint: {
          url: "https://api.sms.jpush.cn",
          host: "api.sms.jpush.cn",
          proxy: null,
          variable: "JPUSH_ENDPOINT",
        },
        limits: { connectTimeout: 10_000, requestTimeout: 60_000, maxTries: 3 },
        numberChecks: "error",
        maxSignLength: 8,
      });
    });

    it("as they are given", () => {
      const account = ready({
        ...CONFIG,
        "jpush:connectTimeout": "2s",
        "jpush:requestTimeout": "1m",
        "jpush:maxTries": "5",
        "jpush:numberChecks": "warning",
        "jpush:maxSignLength": "16",
      });
      expect(account.limits).to.deep.equal({ connectTimeout: 2000, requestTimeout: 60_000, maxTries: 5 });
      expect(account).to.include({ numberChecks: "warning", maxSignLength: 16 });
    });

    const endpoints = [
      {
        of: "the config",
        config: { "jpush:endpoint": "https://config.example" },
        environment: {},
        host: "config.example",
      },
      {
        of: "the environment before the config",
        config: { "jpush:endpoint": "https://config.example" },
        environment: { JPUSH_ENDPOINT: "https://environment.example" },
        host: "environment.example",
      },
      {
        of: "the explicit provider before the environment",
        config: explicitly({ "jpush:endpoint": "https://explicit.example" }),
        environment: { JPUSH_ENDPOINT: "https://environment.example" },
        host: "explicit.example",
      },
      {
        of: "the environment before what the explicit provider took over from the config",
        config: explicitly({ "jpush:endpoint": "https://config.example", [FILLED]: "jpush:maxTries,jpush:endpoint" }),
        environment: { JPUSH_ENDPOINT: "https://environment.example" },
        host: "environment.example",
      },
    ];
    for (const { of, config, environment, host } of endpoints) {
      it(`taking the endpoint of ${of}`, () => {
        expect(ready({ ...CONFIG, ...config }, environment).endpoint.host).to.equal(host);
      });
    }

    const faults: [name: string, value: string][] = [
      ["jpush:connectTimeout", "soon"],
      ["jpush:connectTimeout", "0s"],
      ["jpush:requestTimeout", "2h"],
      ["jpush:maxTries", "0"],
      ["jpush:maxTries", "1.5"],
      ["jpush:numberChecks", "off"],
      ["jpush:maxSignLength", "many"],
      ["jpush:insecureHttp", "yes"],
      ["jpush:endpoint", "http://api.example"],
    ];
    for (const [name, value] of faults) {
      it(`and names ${name} when it is ${value}`, () => {
        const resolution = resolveAccess(sourcesOf({ ...CONFIG, [name]: value }, {}));
        if (resolution.kind !== "invalid") throw new Error(`it is ${resolution.kind}`);
        expect(resolution.error.message).to.contain(name);
      });
    }
  });

  describe("has a fingerprint", () => {
    const fingerprintAt = (endpoint: string, key = KEY) =>
      ready({ ...CONFIG, "jpush:appKey": key, "jpush:endpoint": endpoint, "jpush:insecureHttp": "true" }).fingerprint;

    it("of 12 hexadecimal characters", () => {
      expect(ready(CONFIG).fingerprint).to.match(/^[0-9a-f]{12}$/);
    });

    it("that neither the secret nor the port nor the loopback's name changes", () => {
      expect(ready({ ...CONFIG, "jpush:masterSecret": "rotated" }).fingerprint).to.equal(ready(CONFIG).fingerprint);
      expect(fingerprintAt("https://api.example:8443")).to.equal(fingerprintAt("https://api.example/"));
      expect(fingerprintAt("http://127.0.0.1:4010")).to.equal(fingerprintAt("http://localhost:39999"));
    });

    it("that the app key and the host change", () => {
      expect(fingerprintAt("https://api.example", OTHER_KEY)).not.to.equal(fingerprintAt("https://api.example"));
      expect(fingerprintAt("https://api.example")).not.to.equal(fingerprintAt("https://other.example"));
      expect(fingerprintAt("http://127.0.0.1")).not.to.equal(fingerprintAt("https://api.example"));
    });
  });

  it("shows its secret to nobody who prints it", () => {
    const account = ready(CONFIG);
    const printed = [
      inspect(account, { depth: null, showHidden: true, getters: true }),
      JSON.stringify(account),
      String(account.masterSecret),
    ];
    expect(printed.join("\n")).to.contain(KEY).and.not.to.contain(SECRET);
  });
});

describe("an id of JPush, as a `.get` gives it,", () => {
  it("is a whole number from 1", () => expect(jpush.parseId("37582")).to.equal(37582));

  for (const id of ["brand", "", "0", "1.5", "-1", "1e3", "queued-1"]) {
    it(`is not ${JSON.stringify(id)}, and the error says what an id looks like`, () => {
      expect(() => jpush.parseId(id)).to.throw(
        `${JSON.stringify(id)} is no signature's id: a sign_id of JPush is a whole number from 1`,
      );
    });
  }

  it("is asked for before the vendor is", async () => {
    const error = await jpushSmsSignature
      .read(contextWith({ sources: sourcesOf(CONFIG, {}) }), "brand", {})
      .catch((thrown: Error) => thrown);
    expect(error).to.have.property("message").that.includes('"brand" is no signature\'s id');
  });
});
