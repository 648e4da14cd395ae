import { createHash } from "node:crypto";
import { expect } from "chai";
import { encode, sdkDate, sign, UNSIGNED_PAYLOAD } from "../../provider/huawei/signing";

/** The example that Huawei Cloud publishes with the algorithm. */
const ACCESS_KEY = "QTWAOYTTINDUT2QVKYUC";
const SECRET_KEY = "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc";
const PUBLISHED = {
  method: "GET",
  url: new URL(
    "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs/?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
  ),
  headers: { "content-type": "application/json", host: "service.region.example.com", "x-sdk-date": "20191115T033655Z" },
};

const hashOf = (changes: Partial<Parameters<typeof sign>[0]>) =>
  sign({ ...PUBLISHED, ...changes }, ACCESS_KEY, SECRET_KEY).canonicalHash;

describe("the signature of a request to Huawei Cloud", () => {
  it("is the published one for the published request", () => {
    expect(sign(PUBLISHED, ACCESS_KEY, SECRET_KEY)).to.deep.equal({
      canonicalHash: "b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a",
      signature: "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
      authorization:
        "SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=content-type;host;x-sdk-date, " +
        "Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
    });
  });

  it("does not depend on the order of query and headers, nor on a slash at the path's end", () => {
    const [path, query] = PUBLISHED.url.href.split("?") as [string, string];
    const { host, ...others } = PUBLISHED.headers;
    const turned = query.split("&").reverse().join("&");
    expect(hashOf({ url: new URL(`${path.slice(0, -1)}?${turned}`), headers: { host, ...others } })).to.equal(
      hashOf({}),
    );
  });

  it("takes characters beyond ASCII, spaces and RFC 3986's reserved ones in path and query as they are sent, encoded once", () => {
    const encoded = new URL(`https://h/${encode("极 光")}?name=${encode("a+b !'()*~")}`);
    const once = "GET\n/%E6%9E%81%20%E5%85%89/\nname=a%2Bb%20%21%27%28%29%2A~\n";

    const empty = createHash("sha256").update("").digest("hex");
    expect(sign({ method: "GET", url: encoded, headers: {} }, "a", "b").canonicalHash).to.equal(
      createHash("sha256").update(`${once}\n\n${empty}`).digest("hex"),
    );
  });

  for (const [what, changes] of Object.entries({
    "the method": { method: "POST" },
    "the body": { body: Buffer.from("{}") },
    "an unsigned body": { body: UNSIGNED_PAYLOAD },
    "a header": { headers: { ...PUBLISHED.headers, "x-security-token": "t" } },
    "the path": { url: new URL("https://service.region.example.com/v1/other/") },
  } as const)) {
    it(`changes with ${what}`, () => {
      expect(hashOf(changes)).not.to.equal(hashOf({}));
    });
  }

  it("is dated by the second, in UTC", () => {
    expect(sdkDate(Date.parse("2019-11-15T11:36:55.987+08:00"))).to.equal("20191115T033655Z");
  });
});
