import { huawei } from "../../provider/huawei";
import { inspect } from "node:util";
import { expect } from "chai";
import { contextWith } from "../support/context";
import { resolveAccess, type ProjectAccess } from "../../provider/huawei/access";
import { privateTextsOf } from "../../provider/huawei/credentials";
import { EXPLICIT, FILLED, sourcesOf } from "../../provider/settings/sources";

const explicitly = (inputs: object) => ({ [EXPLICIT]: "true", ...inputs });

const PROJECT = "77b6a44cba5143ab91d13ab9a8ff44fd";
const OTHER_PROJECT = "845ada5bc7444f1295cd517af0123da1";
const PLACE = { "huaweicloud:region": "cn-north-4", "huaweicloud:projectId": PROJECT };
const KEYS = { "huaweicloud:accessKey": "AK1", "huaweicloud:secretKey": "SECRET-1" };
const TOKEN = { "huaweicloud:token": "TOKEN-1" };
const LOGIN = {
  "huaweicloud:userName": "user",
  "huaweicloud:password": "PASSWORD-1",
  "huaweicloud:domainName": "domain",
};
const KEYS_IN_ENVIRONMENT = { HW_ACCESS_KEY: "AK2", HW_SECRET_KEY: "SECRET-2" };

function ready(config: Record<string, string>, environment: Record<string, string> = {}): ProjectAccess {
  const resolution = resolveAccess(sourcesOf({ ...PLACE, ...config }, environment));
  if (resolution.kind === "unidentified") throw new Error("it has no project id");
  if (resolution.kind !== "ready") throw resolution.error;
  return resolution.access;
}

describe("a Huawei Cloud account", () => {
  describe("takes its credentials", () => {
    const cases: {
      from: string;
      config: Record<string, string>;
      environment?: Record<string, string>;
      privates: string[];
      source: string;
    }[] = [
      { from: "access keys in the config", config: KEYS, privates: ["SECRET-1"], source: "the stack's config" },
      {
        from: "temporary keys in the config",
        config: { ...KEYS, "huaweicloud:securityToken": "ST" },
        privates: ["SECRET-1", "ST"],
        source: "the stack's config",
      },
      { from: "a token in the config", config: TOKEN, privates: ["TOKEN-1"], source: "the stack's config" },
      { from: "a user in the config", config: LOGIN, privates: ["PASSWORD-1"], source: "the stack's config" },
      {
        from: "access keys in the environment",
        config: {},
        environment: KEYS_IN_ENVIRONMENT,
        privates: ["SECRET-2"],
        source: "the environment",
      },
      {
        from: "temporary keys in the environment",
        config: {},
        environment: { ...KEYS_IN_ENVIRONMENT, HW_SECURITY_TOKEN: "ST" },
        privates: ["SECRET-2", "ST"],
        source: "the environment",
      },
      {
        from: "a token in the environment",
        config: {},
        environment: { HW_AUTH_TOKEN: "T2\n" },
        privates: ["T2"],
        source: "the environment",
      },
      {
        from: "a user in the environment",
        config: {},
        environment: { HW_USER_NAME: "user", HW_USER_PASSWORD: "P2", HW_DOMAIN_NAME: "domain" },
        privates: ["P2"],
        source: "the environment",
      },
      {
        from: "the environment before the config, whatever way",
        config: KEYS,
        environment: { HW_AUTH_TOKEN: "T2" },
        privates: ["T2"],
        source: "the environment",
      },
      {
        from: "an explicit provider before the environment",
        config: explicitly(KEYS),
        environment: KEYS_IN_ENVIRONMENT,
        privates: ["SECRET-1"],
        source: "the explicit provider",
      },
      {
        from: "access keys before a token and a user",
        config: { ...LOGIN, ...TOKEN, ...KEYS },
        privates: ["SECRET-1"],
        source: "the stack's config",
      },
      {
        from: "a whole way before half of a better one",
        config: { "huaweicloud:accessKey": "AK1", ...TOKEN },
        privates: ["TOKEN-1"],
        source: "the stack's config",
      },
      {
        from: "the environment for the explicit provider's own access key, which heals a rotation",
        config: explicitly({ ...KEYS, "huaweicloud:secretKey": "rotated away" }),
        environment: { HW_ACCESS_KEY: "AK1", HW_SECRET_KEY: "SECRET-2" },
        privates: ["SECRET-2"],
        source: "the environment",
      },
      {
        from: "the environment for the explicit provider's own user",
        config: explicitly({ ...LOGIN, "huaweicloud:password": "rotated away" }),
        environment: { HW_USER_NAME: "user", HW_USER_PASSWORD: "P2", HW_DOMAIN_NAME: "domain" },
        privates: ["P2"],
        source: "the environment",
      },
      {
        from: "the config's secret where the environment names the same access key and no secret",
        config: KEYS,
        environment: { HW_ACCESS_KEY: "AK1" },
        privates: ["SECRET-1"],
        source: "the stack's config",
      },
      {
        from: "the environment for an explicit provider that gives none",
        config: explicitly({}),
        environment: KEYS_IN_ENVIRONMENT,
        privates: ["SECRET-2"],
        source: "the environment",
      },
      {
        from: "the config whatever the domain's name in the environment",
        config: KEYS,
        environment: { HW_DOMAIN_NAME: "domain" },
        privates: ["SECRET-1"],
        source: "the stack's config",
      },
    ];
    for (const { from, config, environment, privates, source } of cases) {
      it(`from ${from}`, () => {
        const { credentials } = ready(config, environment);
        expect(privateTextsOf(credentials)).to.deep.equal(privates);
        expect(credentials.source).to.equal(source);
      });
    }

    it("and never the security token of other keys", () => {
      expect(privateTextsOf(ready(KEYS, { HW_SECURITY_TOKEN: "of other keys" }).credentials)).to.deep.equal([
        "SECRET-1",
      ]);
    });
  });

  describe("is never the environment's where an explicit provider", () => {
    for (const [what, config] of [
      ["is another vendor's", explicitly({})],
      ["holds blank credentials", explicitly({ "huaweicloud:accessKey": "", "huaweicloud:secretKey": " " })],
      ["has taken the region from the config", explicitly({ ...PLACE, [FILLED]: Object.keys(PLACE).join(",") })],
    ] as const) {
      it(what, () => {
        const resolved = resolveAccess(sourcesOf(config, KEYS_IN_ENVIRONMENT));
        if (resolved.kind !== "invalid") throw new Error(resolved.kind);
        expect(resolved.error.message)
          .to.contain("has no account of Huawei Cloud")
          .and.contain("give the resource a HuaweiProvider");
      });
    }

    it("and check says so before anything is filed", async () => {
      const { faults } = await huawei.check(contextWith({ sources: sourcesOf(explicitly({}), {}) }), null, {});
      expect(faults.map(({ input }) => input)).to.deep.equal(["provider"]);
    });
  });

  describe("is missing, and says what to give,", () => {
    const cases: {
      when: string;
      config: Record<string, string>;
      environment?: Record<string, string>;
      names: string[];
    }[] = [
      {
        when: "nothing is given",
        config: {},
        names: [
          "HW_ACCESS_KEY",
          "HW_SECRET_KEY",
          "HW_SECURITY_TOKEN",
          "HW_AUTH_TOKEN",
          "HW_USER_NAME",
          "HW_USER_PASSWORD",
          "HW_DOMAIN_NAME",
          "huaweicloud:accessKey",
          "huaweicloud:secretKey",
          "huaweicloud:securityToken",
          "huaweicloud:token",
          "huaweicloud:userName",
          "huaweicloud:password",
          "huaweicloud:domainName",
          "HuaweiProvider",
        ],
      },
      {
        when: "the config holds an access key alone",
        config: { "huaweicloud:accessKey": "AK1" },
        names: ["huaweicloud:secretKey"],
      },
      {
        when: "the config holds a user without a domain",
        config: { ...LOGIN, "huaweicloud:domainName": "" },
        names: ["huaweicloud:domainName"],
      },
      {
        when: "the environment holds a secret beside the config's keys",
        config: KEYS,
        environment: { HW_SECRET_KEY: "SECRET-2" },
        names: ["HW_ACCESS_KEY"],
      },
      {
        when: "the environment holds another access key",
        config: KEYS,
        environment: { HW_ACCESS_KEY: "AK2" },
        names: ["HW_SECRET_KEY"],
      },
      {
        when: "an explicit provider holds half and the environment another account",
        config: explicitly({ "huaweicloud:accessKey": "AK1" }),
        environment: KEYS_IN_ENVIRONMENT,
        names: ["secretKey"],
      },
    ];
    for (const { when, config, environment = {}, names } of cases) {
      it(`when ${when}`, () => {
        const resolution = resolveAccess(sourcesOf(config, environment));
        if (resolution.kind !== "missing") throw new Error(`it is ${resolution.kind}`);
        for (const name of names) expect(resolution.error.message).to.include(name);
        expect(resolution.error.message).not.to.include("SECRET-").and.not.to.include("PASSWORD-");
        expect(resolution.fingerprint).to.equal(null);
      });
    }

    it("but known, where its project is", () => {
      const resolution = resolveAccess(sourcesOf(PLACE, {}));
      expect(resolution).to.deep.include({ kind: "missing", fingerprint: ready(KEYS).fingerprint });
    });
  });

  describe("takes its project's id", () => {
    const given = (config: Record<string, string>, environment: Record<string, string> = {}) => {
      const resolution = resolveAccess(sourcesOf({ "huaweicloud:region": "cn-north-4", ...config }, environment));
      return resolution.kind === "ready" ? resolution.access.projectId : resolution.kind;
    };

    it("from wherever it stands, beside credentials that stand elsewhere", () => {
      expect(given({ "huaweicloud:projectId": PROJECT }, KEYS_IN_ENVIRONMENT)).to.equal(PROJECT);
      expect(given(KEYS, { HW_PROJECT_ID: PROJECT })).to.equal(PROJECT);
      expect(given({ ...KEYS, "huaweicloud:projectId": OTHER_PROJECT }, { HW_PROJECT_ID: PROJECT })).to.equal(PROJECT);
    });

    it("from the config, whoever's keys the environment brings", () => {
      expect(given({ ...KEYS, "huaweicloud:projectId": PROJECT }, KEYS_IN_ENVIRONMENT)).to.equal(PROJECT);
    });

    it("for an explicit provider never from among another account's credentials", () => {
      expect(given(explicitly(KEYS), { ...KEYS_IN_ENVIRONMENT, HW_PROJECT_ID: OTHER_PROJECT })).to.equal(
        "unidentified",
      );
      expect(given(explicitly(KEYS), { HW_PROJECT_ID: PROJECT })).to.equal(PROJECT);
      expect(given(explicitly(KEYS), { HW_ACCESS_KEY: "AK1", HW_PROJECT_ID: PROJECT })).to.equal(PROJECT);
    });

    it("from IAM where it is not given", () => {
      expect(given(KEYS)).to.equal("unidentified");
    });
  });

  describe("is reached", () => {
    const endpointsOf = (config: Record<string, string>, environment: Record<string, string> = {}) => {
      const { endpoint, iam } = ready({ ...KEYS, ...config }, environment);
      return [endpoint.url, "endpoint" in iam ? iam.endpoint.url : iam.message];
    };

    it("in its region", () => {
      expect(endpointsOf({})).to.deep.equal([
        "https://msgsms.cn-north-4.myhuaweicloud.com",
        "https://iam.cn-north-4.myhuaweicloud.com",
      ]);
      expect(endpointsOf({}, { HW_REGION_NAME: "cn-south-1" })).to.deep.equal([
        "https://msgsms.cn-south-1.myhuaweicloud.com",
        "https://iam.cn-south-1.myhuaweicloud.com",
      ]);
    });

    it("elsewhere, where that is given", () => {
      const config = {
        "huaweicloud:endpoint": "https://config.example",
        "huaweicloud:iamEndpoint": "https://iam.example",
      };
      expect(endpointsOf(config)).to.deep.equal(["https://config.example", "https://iam.example"]);
      expect(endpointsOf(config, { HW_MSGSMS_ENDPOINT: "https://environment.example" })[0]).to.equal(
        "https://environment.example",
      );
      expect(
        endpointsOf(explicitly({ ...PLACE, ...KEYS, ...config }), {
          HW_MSGSMS_ENDPOINT: "https://environment.example",
        })[0],
      ).to.equal("https://config.example");
      expect(
        endpointsOf(explicitly({ ...PLACE, ...KEYS, ...config, [FILLED]: "huaweicloud:endpoint" }), {
          HW_MSGSMS_ENDPOINT: "https://environment.example",
        })[0],
      ).to.equal("https://environment.example");
    });

    it("without a region where endpoint and project are given", () => {
      const resolution = resolveAccess(
        sourcesOf({ ...KEYS, "huaweicloud:projectId": PROJECT, "huaweicloud:endpoint": "https://config.example" }, {}),
      );
      expect(resolution.kind).to.equal("ready");
    });

    const faults: [name: string, config: Record<string, string>, words: string][] = [
      ["no region", { "huaweicloud:region": "" }, "cn-north-4 or cn-south-1"],
      ["a region that is none", { "huaweicloud:region": "https://x" }, "not the name of a region"],
      ["a project's id that is none", { "huaweicloud:projectId": "a/b" }, "huaweicloud:projectId"],
      ["an endpoint over http", { "huaweicloud:endpoint": "http://config.example" }, "huaweicloud:insecureHttp"],
      ["a setting that says neither true nor false", { "huaweicloud:insecureHttp": "yes" }, "huaweicloud:insecureHttp"],
      ["a time-out that is none", { "huaweicloud:requestTimeout": "soon" }, "huaweicloud:requestTimeout"],
    ];
    for (const [what, config, words] of faults) {
      it(`and says what is wrong with ${what}`, () => {
        const resolution = resolveAccess(sourcesOf({ ...PLACE, ...KEYS, ...config }, {}));
        if (resolution.kind !== "invalid") throw new Error(`it is ${resolution.kind}`);
        expect(resolution.error.message).to.include(words);
      });
    }

    it("over http where that is allowed", () => {
      expect(
        endpointsOf({ "huaweicloud:endpoint": "http://config.example", "huaweicloud:insecureHttp": "true" })[0],
      ).to.equal("http://config.example");
    });
  });

  it("has a fingerprint of its project and host, whatever the credentials", () => {
    const { fingerprint } = ready(KEYS);
    expect(fingerprint).to.match(/^[0-9a-f]{12}$/);
    expect(ready(TOKEN).fingerprint).to.equal(fingerprint);
    expect(ready({ ...KEYS, "huaweicloud:projectId": OTHER_PROJECT }).fingerprint).not.to.equal(fingerprint);
    expect(ready({ ...KEYS, "huaweicloud:region": "cn-south-1" }).fingerprint).not.to.equal(fingerprint);
  });

  it("shows no credential, however it is printed", () => {
    for (const config of [{ ...KEYS, "huaweicloud:securityToken": "SECRET-T" }, TOKEN, LOGIN]) {
      const account = ready(config);
      expect(
        [inspect(account, { depth: null, showHidden: true }), JSON.stringify(account), String(account)].join(),
      ).not.to.match(/SECRET-|TOKEN-1|PASSWORD-/);
    }
  });
});

describe("an id of Huawei Cloud, as a `.get` gives it,", () => {
  it("is either of a signature's ids", () => expect(huawei.parseId("0123-ab_c")).to.equal("0123-ab_c"));

  for (const id of ["【样例】", "", "a/b", "a".repeat(65)]) {
    it(`is not ${JSON.stringify(id)}, and the error says which ids there are`, () => {
      expect(() => huawei.parseId(id)).to.throw("give the signature_id that Huawei Cloud's console shows");
    });
  }
});
