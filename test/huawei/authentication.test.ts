import { expect } from "chai";
import type { EmulatorOptions } from "sms-emulator";
import { AuthenticationError, NotSentError, VendorRefusedError } from "../../provider/errors";
import { resolveAccess } from "../../provider/huawei/access";
import { sourcesOf } from "../../provider/settings/sources";
import { identifyProject, recallProject } from "../../provider/huawei/projects";
import { SYSTEM_TIMING } from "../../provider/http/timing";
import { withBench, type Bench } from "../vendors/Bench";
import { HUAWEI } from "../vendors/huawei";
import { Later } from "../http/Later";
import { accountAt, connect, HuaweiRig, KEYS, MEMORY, PROJECT_ID } from "./rig";

const LOGIN = {
  "huaweicloud:userName": "IAMUser",
  "huaweicloud:password": "IAMPassword",
  "huaweicloud:domainName": "IAMDomain",
};
const HOUR = 3_600_000;

function withRig(test: (rig: HuaweiRig) => Promise<void>, options?: EmulatorOptions): () => Promise<void> {
  return async () => {
    const rig = await HuaweiRig.of(options);
    try {
      await test(rig);
    } finally {
      await rig.close();
    }
  };
}

const tokensOf = async (rig: HuaweiRig) =>
  (await rig.requests()).filter((request) => request.startsWith("POST auth/tokens"));

async function tokenFrom(rig: HuaweiRig, password = "IAMPassword"): Promise<string> {
  const user = { name: "IAMUser", password, domain: { name: "IAMDomain" } };
  const auth = { identity: { methods: ["password"], password: { user } }, scope: { project: { name: "cn-north-4" } } };
  const answer = await fetch(`${rig.url}/v3/auth/tokens`, { method: "POST", body: JSON.stringify({ auth }) });
  return answer.headers.get("x-subject-token") ?? "";
}

const RUNTIME = { memory: MEMORY, timing: SYSTEM_TIMING };

describe("Huawei Cloud lets in", () => {
  it(
    "requests that are signed with access keys",
    withRig(async (rig) => {
      expect((await connect(accountAt(rig.url)).submit()).kind).to.equal("taken");
    }),
  );

  it(
    "requests that are signed anew for each try, however long the pause before it was",
    withRig(async (rig) => {
      const timing = new Later();
      timing.ahead = -HOUR;
      timing.sleep = async () => void (timing.ahead = 0);
      await rig.faults({ kind: "html", method: "GET", times: 1 });
      expect(await connect(accountAt(rig.url), { timing }).query("0")).to.deep.equal({ kind: "absent" });
    }),
  );

  it(
    "nobody whose token has ended, or is of another project, and tells these apart",
    withRig(async (rig) => {
      const token = await tokenFrom(rig);
      const failureAt = async (settings: Readonly<Record<string, string>>) => {
        const answer = await connect(accountAt(rig.url, { "huaweicloud:token": token, ...settings })).query("0");
        return answer.kind === "failed" ? answer.error.message : answer.kind;
      };
      expect(await failureAt({ "huaweicloud:projectId": "another" }))
        .to.include("check huaweicloud:projectId (HW_PROJECT_ID)")
        .and.not.include("has ended");
      expect(await failureAt({ "huaweicloud:token": "nonsense" })).to.include("IAM cannot read the token");
      await rig.control.advance("25h");
      expect(await failureAt({}))
        .to.include("The token has ended")
        .and.not.include("projectId");
    }),
  );

  it(
    "nobody whose access key is not known, whose secret key is another's, or whose clock is wrong, and tells these apart",
    withRig(async (rig) => {
      const failureAt = async (settings: Readonly<Record<string, string>>, timing = new Later()) => {
        const answer = await connect(accountAt(rig.url, { ...KEYS, ...settings }), { timing }).query("0");
        return answer.kind === "failed" ? answer.error.message : answer.kind;
      };
      expect(await failureAt({ "huaweicloud:accessKey": "SAMPLE" })).to.include("There is no such access key");
      expect(await failureAt({ "huaweicloud:secretKey": "SAMPLE" })).to.include("is not the access key's");
      const slow = new Later();
      slow.ahead = -HOUR;
      expect(await failureAt({}, slow)).to.include("clock is more than 15 minutes off: set it right");
    }),
  );

  it(
    "requests that are signed with temporary keys, and their token",
    withRig(
      async (rig) => {
        expect(
          (await connect(accountAt(rig.url, { ...KEYS, "huaweicloud:securityToken": "SAMPLE-ST" })).submit()).kind,
        ).to.equal("taken");
        const refused = await connect(accountAt(rig.url)).submit();
        expect(refused).to.have.property("error").that.is.instanceOf(AuthenticationError);
      },
      { hwSecurityToken: "SAMPLE-ST" },
    ),
  );

  it(
    "requests with a token that was given",
    withRig(async (rig) => {
      const account = accountAt(rig.url, { "huaweicloud:token": await tokenFrom(rig) });
      expect((await connect(account).submit()).kind).to.equal("taken");
      await rig.control.advance("25h");
      const refused = await connect(account).query("0");
      expect(refused)
        .to.have.nested.property("error.message")
        .that.includes("APIGW.0307")
        .and.includes("HW_AUTH_TOKEN");
    }),
  );

  it(
    "requests with a token that was fetched for a user, once for all of them",
    withRig(async (rig) => {
      const account = accountAt(rig.url, LOGIN);
      const [first] = await Promise.all([
        connect(account).submit(),
        connect(account).query("0"),
        connect(account).query("1"),
      ]);
      expect(first.kind).to.equal("taken");
      expect(await tokensOf(rig)).to.deep.equal(["POST auth/tokens 201"]);
    }),
  );
});

describe("a token that was fetched", () => {
  it(
    "is fetched anew before its 24 hours end",
    withRig(async (rig) => {
      const timing = new Later();
      const huawei = connect(accountAt(rig.url, LOGIN), { timing });
      await huawei.query("0");
      timing.ahead = 22 * HOUR;
      await huawei.query("0");
      expect(await tokensOf(rig)).to.have.lengthOf(1);
      timing.ahead = 24 * HOUR;
      await huawei.query("0");
      expect(await tokensOf(rig)).to.have.lengthOf(2);
    }),
  );

  it(
    "is fetched anew where the service takes it no longer, and the request is sent again, once",
    withRig(async (rig) => {
      const huawei = connect(accountAt(rig.url, LOGIN));
      expect((await huawei.query("0")).kind).to.equal("absent");
      await rig.control.advance("25h");
      expect((await huawei.submit()).kind).to.equal("taken");
      expect(await tokensOf(rig)).to.have.lengthOf(2);

      await rig.faults({ kind: "status", path: "/v2", code: "APIGW.0307" });
      const refused = await huawei.submit();
      expect(refused).to.have.property("error").that.is.instanceOf(AuthenticationError);
      expect(await tokensOf(rig)).to.have.lengthOf(3);
      expect(await rig.signatures()).to.have.lengthOf(1);
    }),
  );

  it(
    "that cannot be had means for certain that nothing was filed",
    withRig(async (rig) => {
      for (const [fault, error] of [
        [{ kind: "cut-after" }, NotSentError],
        [{ kind: "html" }, NotSentError],
        [{ kind: "status", status: 503 }, NotSentError],
      ] as const) {
        await rig.faults({ ...fault, path: "/v3" });
        const failed = await connect(accountAt(rig.url, { ...LOGIN, "huaweicloud:maxTries": "1" })).submit();
        expect(failed).to.deep.include({ kind: "refused" });
        expect(failed).to.have.property("error").that.is.instanceOf(error);
        expect(failed).to.have.nested.property("error.message").that.includes("no token came from IAM");
      }
      expect(await rig.signatures()).to.deep.equal([]);
    }),
  );

  for (const [what, settings, words] of [
    ["a wrong password", { ...LOGIN, "huaweicloud:password": "SAMPLE-WRONG" }, ["HTTP 401", "HW_USER_PASSWORD"]],
    [
      "a region that is none of the user's",
      { ...LOGIN, "huaweicloud:region": "cn-south-1" },
      ["HTTP 404", "HW_REGION_NAME"],
    ],
  ] as const) {
    it(
      `is not had with ${what}, which is said without the password`,
      withRig(async (rig) => {
        const failed = await connect(accountAt(rig.url, settings)).query("0");
        expect(failed).to.have.property("error").that.is.instanceOf(VendorRefusedError);
        const message = expect(failed)
          .to.have.nested.property("error.message")
          .that.includes(`refused POST ${rig.url}/v3/auth/tokens`);
        for (const word of words) message.and.includes(word);
        message.and.not.includes(settings["huaweicloud:password"]);
      }),
    );
  }
});

describe("the project's id that is not given", () => {
  const unidentified = (url: string, settings: Readonly<Record<string, string>>) => {
    const config = {
      "huaweicloud:region": "cn-north-4",
      "huaweicloud:endpoint": url,
      "huaweicloud:iamEndpoint": url,
      "huaweicloud:maxTries": "1",
    };
    const resolution = resolveAccess(sourcesOf({ ...config, ...settings }, {}));
    if (resolution.kind !== "unidentified") throw new Error(`it is ${resolution.kind}`);
    return resolution.access;
  };

  for (const [how, settings] of [
    ["access keys", KEYS],
    ["a user", LOGIN],
  ] as const) {
    it(
      `is had from IAM with ${how}, once a process`,
      withRig(async (rig) => {
        const access = unidentified(rig.url, settings);
        expect(recallProject(access, MEMORY)).to.equal(null);
        const [one, other] = await Promise.all([identifyProject(access, RUNTIME), identifyProject(access, RUNTIME)]);
        expect(one).to.include({ projectId: PROJECT_ID, fingerprint: accountAt(rig.url).fingerprint });
        expect(other).to.deep.equal(one);
        expect(recallProject(access, MEMORY)).to.include({ projectId: PROJECT_ID });
        expect((await rig.requests()).filter((request) => request.startsWith("GET projects"))).to.have.lengthOf(1);
      }),
    );
  }

  it(
    "is had with a token that was given",
    withRig(async (rig) => {
      const access = unidentified(rig.url, { "huaweicloud:token": await tokenFrom(rig) });
      expect(await identifyProject(access, RUNTIME)).to.include({ projectId: PROJECT_ID });
    }),
  );

  it(
    "has to be given where IAM shows none of the region's name",
    withRig(
      async (rig) => {
        const failure = await identifyProject(unidentified(rig.url, KEYS), RUNTIME).catch(
          (error: Error) => error.message,
        );
        expect(failure)
          .to.include("huaweicloud:projectId")
          .and.include("no project by the name of the region cn-north-4");
      },
      { hwRegion: "cn-south-1" },
    ),
  );

  it(
    "is not had where IAM does not answer, and nothing was changed",
    withRig(async (rig) => {
      await rig.faults({ kind: "html", path: "/v3" });
      const failure = await identifyProject(unidentified(rig.url, KEYS), RUNTIME).catch(
        (error: Error) => error.message,
      );
      expect(failure).to.include("returned an undocumented response");
    }),
  );

  describe("lets a resource", () => {
    const { "huaweicloud:projectId": _, ...without } = HUAWEI.settingsFor("");
    const settings = (bench: Bench) => ({
      ...without,
      "huaweicloud:endpoint": bench.url,
      "huaweicloud:iamEndpoint": bench.url,
    });

    it(
      "be filed and read as with it, and be previewed without a request",
      withBench(HUAWEI, async (bench) => {
        const given = bench.engine.settings;
        bench.engine.settings = settings(bench);
        expect(await bench.differs()).to.equal(true);
        expect(await bench.calls()).to.equal(0);
        expect(await bench.up()).to.equal(null);
        expect(bench.output("accountFingerprint")).to.equal(accountAt(bench.url).fingerprint);
        expect(await bench.engine.refresh()).to.equal(null);
        bench.engine.settings = given;
        expect(await bench.differs()).to.equal(false);
        expect(await bench.engine.refresh()).to.equal(null);
      }),
    );

    it(
      "be refused all the same where it turns out to be another account's",
      withBench(HUAWEI, async (bench) => {
        await bench.up();
        const state = {
          ...bench.engine.state!,
          outputs: { ...bench.engine.state!.outputs, accountFingerprint: "000000000000" },
        };
        bench.engine.state = state;
        bench.engine.settings = settings(bench);
        expect(await bench.differs(), "a preview cannot tell").to.equal(false);
        expect((await bench.up(1))?.message).to.include("belongs to another Huawei Cloud account");
        expect((await bench.engine.refresh())?.message).to.include("belongs to another Huawei Cloud account");
        expect((await bench.engine.destroy())?.message).to.include("belongs to another Huawei Cloud account");
        expect(bench.engine.state).to.equal(state);
      }),
    );

    it(
      "stay as it is where IAM does not answer",
      withBench(HUAWEI, async (bench) => {
        await bench.up();
        const before = bench.engine.state;
        bench.engine.settings = settings(bench);
        await bench.faults({ kind: "cut-before", path: "/v3" });
        for (const run of [() => bench.engine.refresh(), () => bench.up(1), () => bench.engine.destroy()]) {
          expect((await run())?.message).to.include("/v3/projects");
          expect(bench.engine.state).to.equal(before);
        }
      }),
    );
  });
});
