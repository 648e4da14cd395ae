import { APP_KEY, ID_NUMBER, MASTER_SECRET, PERSON, picture } from "./samples";

/** Another client of the same app files 【占位签名】, which is then under review. Gives its id. */
export async function fileByHand(url: string): Promise<number> {
  const form = new FormData();
  const texts = {
    sign: "占位签名",
    type: "1",
    legalPersonName: PERSON,
    legalPersonIdNumber: ID_NUMBER,
    socialCreditCode: "91999999000000000G",
  };
  for (const [name, text] of Object.entries(texts)) form.set(name, text);
  for (const name of ["idCardImage", "businessLicenseImage"]) form.set(name, new Blob([picture(name)]), `${name}.png`);
  const authorization = `Basic ${Buffer.from(`${APP_KEY}:${MASTER_SECRET}`).toString("base64")}`;
  const answer = await fetch(`${url}/v1/sign`, { method: "POST", body: form, headers: { authorization } });
  const filed = (await answer.json()) as { sign_id: number };
  return filed.sign_id;
}
