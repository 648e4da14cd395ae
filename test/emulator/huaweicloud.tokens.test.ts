import { expect } from "chai";
import { HuaweiRig, PROJECT_ID, refused, signed, startHuawei, type Body } from "./huaweicloud";
import { call, closeAfterEach, type Answer } from "./support";

const USER = { name: "IAMUser", password: "IAMPassword", domain: { name: "IAMDomain" } };

interface Asked {
  user?: Body;
  methods?: string[];
  scope?: Body | "none";
}

function ask(
  rig: HuaweiRig,
  { user = {}, methods = ["password"], scope = { project: { name: "cn-north-4" } } }: Asked = {},
): Promise<Answer> {
  const auth = {
    identity: { methods, password: { user: { ...USER, ...user } } },
    ...(scope === "none" ? {} : { scope }),
  };
  return call(`${rig.emulator.url}/v3/auth/tokens`, {
    method: "POST",
    headers: { "content-type": "application/json;charset=utf8" },
    body: JSON.stringify({ auth }),
  });
}

async function tokenOf(rig: HuaweiRig, asked?: Asked): Promise<string> {
  const { status, headers, text } = await ask(rig, asked);
  if (status !== 201) throw new Error(`no token but ${status} ${text}`);
  return String(headers["x-subject-token"]);
}

function get(rig: HuaweiRig, path: string, token: string): Promise<Answer> {
  return call(rig.emulator.url + path, { headers: { "x-auth-token": token } });
}

const apps = `/v2/${PROJECT_ID}/msgsms/apps`;

/** HTTP status and message of a refusal, which must be in IAM's envelope. */
function iamRefused({ status, json }: Answer): [number, string] {
  const { error } = json as { error: { message: string; code: number; title: string } };
  expect(error).to.have.all.keys("message", "code", "title");
  expect(error.code).to.equal(status);
  return [status, error.message];
}

describe("tokens of IAM", () => {
  closeAfterEach();

  it("are issued for 24 hours of the emulator's clock, for a project", async () => {
    const rig = await startHuawei();
    await rig.control("/clock", "POST", { advance: "3d" });
    const answer = await ask(rig);
    expect(answer.status).to.equal(201);
    const { token } = answer.json as { token: Body & { issued_at: string; expires_at: string } };
    expect(token).to.deep.include({ methods: ["password"] });
    expect(token["project"]).to.deep.include({ id: PROJECT_ID, name: "cn-north-4" });
    expect(Date.parse(token.expires_at) - Date.parse(token.issued_at)).to.equal(24 * 3_600_000);
    expect(token.issued_at).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(Date.parse(token.issued_at)).to.be.greaterThan(Date.now() + 2 * 86_400_000);
    expect((await get(rig, apps, String(answer.headers["x-subject-token"]))).status).to.equal(200);
  });

  it("file and delete as keys do", async () => {
    const rig = await startHuawei();
    const headers = { "x-auth-token": await tokenOf(rig) };
    const url = `${rig.emulator.url}/v2/${PROJECT_ID}/msgsms/signatures`;
    const body = JSON.stringify({
      ...{ app_id: await rig.appId(), signature_name: "样例", signature_source: 0 },
      ...{ signature_type: "NOTIFY_TYPE", is_involved_third: "No" },
    });
    const { id } = (await call(url, { method: "POST", headers, body })).json as { id: string };
    expect((await call(`${url}/${id}`, { method: "DELETE", headers })).status).to.equal(204);
  });

  it("end, and others are issued", async () => {
    const rig = await startHuawei();
    const first = await tokenOf(rig);
    await rig.control("/clock", "POST", { advance: "23h" });
    const second = await tokenOf(rig);
    expect((await get(rig, apps, first)).status).to.equal(200);
    await rig.control("/clock", "POST", { advance: "1h" });
    const ended = await get(rig, apps, first);
    expect(refused(ended)).to.deep.equal([401, "APIGW.0307"]);
    expect(ended.json).to.include({ error_msg: "The token must be updated." });
    expect((await get(rig, apps, second)).status).to.equal(200);
  });

  it("that are none are refused", async () => {
    const rig = await startHuawei();
    const answer = await get(rig, apps, "MIIsomething");
    expect(refused(answer)).to.deep.equal([401, "APIGW.0301"]);
    expect(answer.text).to.contain("decrypt token fail");
  });

  it("are forgotten with everything else", async () => {
    const rig = await startHuawei();
    const token = await tokenOf(rig);
    await rig.emulator.reset();
    expect(refused(await get(rig, apps, token))).to.deep.equal([401, "APIGW.0301"]);
  });

  it("of the whole account are of no project", async () => {
    const rig = await startHuawei();
    for (const scope of [{ domain: { name: "IAMDomain" } }, "none"] as const) {
      const token = await tokenOf(rig, { scope });
      expect(refused(await get(rig, apps, token))).to.deep.equal([401, "MSGSMS.0003"]);
      expect((await get(rig, "/v3/projects", token)).status).to.equal(200);
    }
  });

  it("may be asked for by the project's id", async () => {
    const rig = await startHuawei();
    const token = await tokenOf(rig, { scope: { project: { id: PROJECT_ID } } });
    expect((await get(rig, apps, token)).status).to.equal(200);
  });

  const wrong: [string, Asked, [number, string]][] = [
    ["another password", { user: { password: "wrong" } }, [401, "The username or password is wrong."]],
    ["another user", { user: { name: "nobody" } }, [401, "The username or password is wrong."]],
    ["another account", { user: { domain: { name: "nobody" } } }, [401, "The username or password is wrong."]],
    ["another method", { methods: ["totp"] }, [401, "The username or password is wrong."]],
    ["another project", { scope: { project: { name: "cn-south-1" } } }, [404, "Could not find the project."]],
    ["no account", { user: { domain: undefined } }, [400, "Request body is invalid."]],
  ];
  for (const [name, asked, refusal] of wrong) {
    it(`are not issued for ${name}`, async () => {
      const answer = await ask(await startHuawei(), asked);
      expect(iamRefused(answer)).to.deep.equal(refusal);
      expect(answer.headers).not.to.have.property("x-subject-token");
    });
  }

  it("are not issued for what is no JSON", async () => {
    const { emulator } = await startHuawei();
    expect(iamRefused(await call(`${emulator.url}/v3/auth/tokens`, { method: "POST", body: "{" }))[0]).to.equal(400);
  });
});

describe("projects of IAM", () => {
  closeAfterEach();

  const second = { accessKey: "AK2", secretKey: "SK2", projectId: "second", region: "cn-south-1" };
  const foreign = { accessKey: "AK3", secretKey: "SK3", projectId: "third", domainName: "Another" };

  async function projects(rig: HuaweiRig, query = ""): Promise<unknown[]> {
    const url = `${rig.emulator.url}/v3/projects${query}`;
    const { json } = await call(url, { headers: signed(url, {}, rig.signing) });
    return (json as { projects: Body[] }).projects.map(({ id, name }) => [id, name]);
  }

  it("are those of the account, for keys and for tokens", async () => {
    const rig = await startHuawei({ hwAccounts: [second, foreign] });
    const own = [
      [PROJECT_ID, "cn-north-4"],
      ["second", "cn-south-1"],
    ];
    expect(await projects(rig)).to.deep.equal(own);
    expect(await projects(rig, "?name=cn-south-1")).to.deep.equal([own[1]]);
    expect(await projects(rig, "?name=cn-east-3")).to.deep.equal([]);
    expect(await projects(rig.as(foreign))).to.deep.equal([["third", "cn-north-4"]]);
    const { json } = await get(rig, "/v3/projects", await tokenOf(rig));
    expect((json as { projects: Body[] }).projects).to.have.length(2);
  });

  it("are told to nobody else", async () => {
    const { emulator } = await startHuawei();
    expect(refused(await call(`${emulator.url}/v3/projects`))).to.deep.equal([401, "APIGW.0301"]);
    const url = `${emulator.url}/v3/projects`;
    expect(refused(await call(url, { headers: signed(url, {}, { secretKey: "wrong" }) }))).to.deep.equal([
      401,
      "APIGW.0301",
    ]);
  });

  it("a token is of the one that it was asked for", async () => {
    const rig = await startHuawei({ hwAccounts: [second] });
    const token = await tokenOf(rig, { scope: { project: { name: "cn-south-1" } } });
    expect(refused(await get(rig, apps, token))).to.deep.equal([401, "MSGSMS.0003"]);
    expect((await get(rig, "/v2/second/msgsms/apps", token)).status).to.equal(200);
  });
});
