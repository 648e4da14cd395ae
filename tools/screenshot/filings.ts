import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../hermetic";

/** What the emulator takes without being told anything: the samples of the vendors' pages. */
const authorization = `Basic ${Buffer.from("7d431e42dfa6a6d693ac2d04:5e987ac6d2e04d95a9d8f0d1").toString("base64")}`;
const projectId = "77b6a44cba5143ab91d13ab9a8ff44fd";
const password = { user: { name: "IAMUser", password: "IAMPassword", domain: { name: "IAMDomain" } } };

const document = (name: string): Blob =>
  new Blob([readFileSync(join(root, "examples", "quickstart", "documents", name))]);

async function ask(url: string, init: RequestInit): Promise<{ json: Record<string, unknown>; headers: Headers }> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}: ${text}`);
  return { json: JSON.parse(text) as Record<string, unknown>, headers: response.headers };
}

/** Files a company's signature with JPush's emulator; gives its id. */
export async function fileWithJPush(url: string, sign: string, remark: string): Promise<number> {
  const form = new FormData();
  const fields = {
    sign,
    type: "1",
    legalPersonName: "张样本",
    legalPersonIdNumber: "999999199001010008",
    socialCreditCode: "91999999000000000G",
    remark,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("idCardImage", document("id-card.jpg"), "id-card.jpg");
  form.set("businessLicenseImage", document("licence.png"), "licence.png");
  const { json } = await ask(`${url}/v1/sign`, { method: "POST", headers: { authorization }, body: form });
  return Number(json["sign_id"]);
}

/** Files a signature with Huawei Cloud's emulator, with a file; gives its id. */
export async function fileWithHuawei(url: string, name: string): Promise<string> {
  const scope = { project: { name: "cn-north-4" } };
  const auth = JSON.stringify({ auth: { identity: { methods: ["password"], password }, scope } });
  const { headers } = await ask(`${url}/v3/auth/tokens`, { method: "POST", body: auth });
  const token = { "x-auth-token": headers.get("x-subject-token") ?? "" };
  const service = `${url}/v2/${projectId}/msgsms`;

  const form = new FormData();
  form.set("file", document("licence.png"), "licence.png");
  const { json: file } = await ask(`${service}/upload-files`, { method: "POST", headers: token, body: form });
  const { json: apps } = await ask(`${service}/apps`, { headers: token });
  const body = {
    app_id: (apps["results"] as { id: string }[])[0]?.id,
    signature_name: name,
    signature_source: 0,
    signature_type: "NOTIFY_TYPE",
    is_involved_third: "No",
    file_id: file["file_id"],
  };
  const { json } = await ask(`${service}/signatures`, {
    method: "POST",
    headers: { ...token, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return String(json["id"]);
}
