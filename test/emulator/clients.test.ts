import { expect } from "chai";
import { JPEG, PNG } from "./samples";
import { basic, BOUNDARY, closeAfterEach, COMPANY, multipart, parts, start, type Part, type Rig } from "./support";
import { Wire, type WireAnswer } from "./wire";

interface Odd {
  path?: string;
  contentType?: string;
  headers?: string;
  body?: Buffer;
}

const whole = parts(COMPANY);
const without = (...names: string[]) => whole.filter(({ name }) => !names.includes(name));

/** Parts whose heads a test writes itself, ended by the boundary like any other. */
function written(list: readonly Part[], ...own: (readonly [head: string, content: string | Buffer])[]): Buffer {
  const chunks = own.flatMap(([head, content]) => [`--${BOUNDARY}\r\n${head}\r\n\r\n`, content, "\r\n"]);
  return Buffer.concat([...chunks.map((chunk) => Buffer.from(chunk)), multipart(list)]);
}

async function post(rig: Rig, { path = "/v1/sign", contentType, headers = "", body = multipart(whole) }: Odd) {
  const wire = await Wire.open(rig.emulator.url);
  wire.write(
    `POST ${path} HTTP/1.1\r\nHost: ${new URL(rig.emulator.url).host}\r\nAuthorization: ${basic()}\r\n`,
    `Content-Type: ${contentType ?? `multipart/form-data; boundary=${BOUNDARY}`}\r\nContent-Length: ${body.length}\r\n`,
    `${headers}\r\n`,
    body,
  );
  const answer = await wire.answer();
  wire.close();
  return answer;
}

function expectTaken(answer: WireAnswer, id = 37582): void {
  expect([answer.status, answer.body]).to.deep.equal([200, `{"sign_id":${id}}`]);
}

describe("clients as they are", () => {
  closeAfterEach();

  const types: [name: string, contentType: string, boundary: string][] = [
    ["a space before the semicolon", `multipart/form-data ; boundary=${BOUNDARY}`, BOUNDARY],
    ["no space after it", `multipart/form-data;boundary=${BOUNDARY}`, BOUNDARY],
    ["two semicolons before the boundary", `multipart/form-data;; boundary=${BOUNDARY}`, BOUNDARY],
    ["an equals sign in the boundary", "multipart/form-data; boundary===sample==", "==sample=="],
    ["an equals sign in a quoted boundary", 'multipart/form-data; boundary="=_sample=_"', "=_sample=_"],
    ["quotes around the boundary", `multipart/form-data; boundary="${BOUNDARY}"`, BOUNDARY],
    ["an apostrophe in the boundary", "multipart/form-data; boundary=sam'ple", "sam'ple"],
    ["a charset before the boundary", `multipart/form-data; charset=UTF-8; boundary=${BOUNDARY}`, BOUNDARY],
    ["capitals", `Multipart/Form-Data; Boundary=${BOUNDARY}`, BOUNDARY],
  ];
  for (const [name, contentType, boundary] of types) {
    it(`send a Content-Type with ${name}`, async () => {
      const rig = await start({ strict: true });
      expectTaken(await post(rig, { contentType, body: multipart(whole, boundary) }));
      const [signature] = await rig.signatures();
      expect(signature!.text).to.equal("极光推送");
      expect(signature!.images.map(({ bytes }) => bytes)).to.deep.equal([JPEG.length, PNG.length]);
    });
  }

  it("end the path with a slash", async () => {
    const rig = await start();
    expectTaken(await post(rig, { path: "/v1/sign/" }));
    await rig.review(37582, "reject");
    expectTaken(await post(rig, { path: "/v1/sign/37582/" }));
    expect((await rig.vendor("/v1/sign/37582/")).json).to.include({ sign_id: 37582 });
    expect((await rig.vendor("/v1/sign/37582/", { method: "DELETE" })).status).to.equal(200);
  });

  it("send empty text parts for what they leave out", async () => {
    const rig = await start();
    expectTaken(
      await post(rig, {
        body: multipart([...whole, { name: "remark", content: "" }, { name: "otherImage", content: "" }]),
      }),
    );
    const [signature] = await rig.signatures();
    expect(signature!.fields).not.to.have.property("remark");
    expect(signature!.images).to.have.length(2);
  });

  const files: [name: string, head: string][] = [
    ["without a Content-Type", 'Content-Disposition: form-data; name="idCardImage"; filename="card.png"'],
    [
      "as application/octet-stream",
      'Content-Disposition: form-data; name="idCardImage"; filename="card.png"\r\nContent-Type: application/octet-stream',
    ],
    [
      "as octet-stream without a name",
      'Content-Disposition: form-data; name="idCardImage"\r\nContent-Type: application/octet-stream',
    ],
    ["without name and type", 'Content-Disposition: form-data; name="idCardImage"'],
    [
      "with a type that is not true",
      'Content-Disposition: form-data; name="idCardImage"; filename="card.txt"\r\nContent-Type: text/plain; charset=utf-8',
    ],
    ["with unquoted names", "Content-Disposition: form-data; name=idCardImage; filename=card.png"],
    [
      "with headers in small letters",
      'content-disposition: form-data; name="idCardImage"; filename="card.png"\r\ncontent-type: image/png',
    ],
  ];
  for (const [name, head] of files) {
    it(`send a file ${name}`, async () => {
      const rig = await start();
      expectTaken(await post(rig, { body: written(without("idCardImage"), [head, JPEG]) }));
      const [signature] = await rig.signatures();
      expect(signature!.images[0]).to.include({ field: "idCardImage", bytes: JPEG.length });
    });
  }

  it("leave the name of a text unquoted, and give it a type", async () => {
    const rig = await start();
    const head = "Content-Disposition: form-data; name=sign\r\nContent-Type: text/plain; charset=utf-8";
    expectTaken(await post(rig, { body: written(without("sign"), [head, "极光短信"]) }));
    expect((await rig.signatures())[0]!.text).to.equal("极光短信");
  });

  it("name a file in raw UTF-8", async () => {
    const rig = await start();
    const head =
      'Content-Disposition: form-data; name="idCardImage"; filename="法人身份证 正面.jpg"\r\nContent-Type: image/jpeg';
    expectTaken(await post(rig, { body: written(without("idCardImage"), [head, JPEG]) }));
    expect((await rig.signatures())[0]!.images[0]!.fileName).to.equal("法人身份证 正面.jpg");
  });

  it("send several parts of one name, of which the last one counts", async () => {
    const rig = await start();
    const second = parts({ sign: "极光短信", idCardImage: PNG });
    expectTaken(await post(rig, { body: multipart([...whole, ...second]) }));
    const [signature] = await rig.signatures();
    expect(signature!.text).to.equal("极光短信");
    expect(signature!.images.filter(({ field }) => field === "idCardImage").map(({ bytes }) => bytes)).to.deep.equal([
      PNG.length,
    ]);
  });

  it("put text before the first boundary and after the last", async () => {
    const rig = await start();
    const body = Buffer.concat([Buffer.from("a preamble\r\n"), multipart(whole), Buffer.from("\r\nan epilogue")]);
    expectTaken(await post(rig, { body }));
  });

  it("send a JSON body with GET and DELETE, and go on with the same connection", async () => {
    const rig = await start();
    await rig.created();
    const wire = await Wire.open(rig.emulator.url);
    for (const method of ["GET", "DELETE", "GET"]) {
      wire.write(
        `${method} /v1/sign/37582 HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${basic()}\r\n`,
        "Content-Type: application/json\r\nContent-Length: 4\r\n\r\nnull",
      );
    }
    const answers = [await wire.answer(), await wire.answer(), await wire.answer()];
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 403]);
    expect(answers[1]!.body).to.equal("");
    wire.close();
  });

  it("ask HEAD / without credentials to see whether somebody is there", async () => {
    const rig = await start();
    const wire = await Wire.open(rig.emulator.url);
    wire.write("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    expect((await wire.answer({ bodiless: true })).status).to.equal(200);
    wire.write("HEAD /v1/sign/1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    expect((await wire.answer({ bodiless: true })).status).to.equal(400);
    wire.write(`GET /v1/sign/1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${basic()}\r\n\r\n`);
    expect((await wire.answer()).body).to.contain("50102");
    wire.close();
  });

  it("wait for 100 before they send the body", async () => {
    const rig = await start();
    const body = multipart(whole);
    const wire = await Wire.open(rig.emulator.url);
    wire.write(
      `POST /v1/sign HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${basic()}\r\nExpect: 100-continue\r\n`,
      `Content-Type: multipart/form-data; boundary=${BOUNDARY}\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    expect((await wire.answer()).status).to.equal(100);
    wire.write(body);
    expectTaken(await wire.answer());
    wire.close();
  });

  it("send the body in chunks, a byte at a time", async () => {
    const rig = await start();
    const wire = await Wire.open(rig.emulator.url);
    wire.write(
      `POST /v1/sign HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${basic()}\r\nTransfer-Encoding: chunked\r\n`,
      `Content-Type: multipart/form-data; boundary=${BOUNDARY}\r\n\r\n`,
    );
    for (const byte of multipart(whole)) wire.write("1\r\n", Buffer.of(byte), "\r\n");
    wire.write("0\r\n\r\n");
    expectTaken(await wire.answer());
    wire.close();
  });

  it("keep their connection over refusals, and over bodies that nobody looks at", async () => {
    const rig = await start();
    const wire = await Wire.open(rig.emulator.url);
    const big = Buffer.alloc(300_000, "x");
    for (const path of ["/v1/sign", "/v1/nothing", "/elsewhere", "/v1/sign"]) {
      wire.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${big.length}\r\n\r\n`, big);
    }
    const statuses = [];
    for (let count = 0; count < 4; count++) statuses.push((await wire.answer()).status);
    expect(statuses).to.deep.equal([400, 404, 404, 400]);
    wire.close();
  });

  it("speak HTTP/1.0 and name no host", async () => {
    const rig = await start();
    const wire = await Wire.open(rig.emulator.url);
    wire.write(`GET /v1/sign/1 HTTP/1.0\r\nAuthorization: ${basic()}\r\n\r\n`);
    expect((await wire.answer()).body).to.contain("50102");
    wire.close();
  });

  it("go away in the middle of a body", async () => {
    const rig = await start();
    const wire = await Wire.open(rig.emulator.url);
    wire.write(
      `POST /v1/sign HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${basic()}\r\nContent-Length: 5000\r\n`,
      `Content-Type: multipart/form-data; boundary=${BOUNDARY}\r\n\r\n--${BOUNDARY}`,
    );
    wire.close();
    expect(await rig.created()).to.equal(37582);
    expect(await rig.signatures()).to.have.length(1);
  });

  it("send far more than any vendor takes", async () => {
    const rig = await start();
    const answer = await rig.form("/v1/sign", [
      ...whole,
      { name: "otherImage", content: Buffer.alloc(33 * 1024 * 1024) },
    ]);
    expect(answer.status).to.equal(413);
    expect(await rig.created()).to.equal(37582);
  });

  it("give credentials as the scheme allows them", async () => {
    const rig = await start({ apps: [{ key: "colon", secret: "a:secret:with:colons" }] });
    const statuses = [];
    const encoded = basic().slice("Basic ".length);
    for (const authorization of [
      `basic ${encoded}`,
      `BASIC ${encoded}`,
      `Basic  ${encoded}`,
      basic("colon", "a:secret:with:colons"),
    ]) {
      statuses.push((await rig.vendor("/v1/sign/1", { headers: { authorization } })).text.includes("50102"));
    }
    expect(statuses).to.deep.equal([true, true, true, true]);
  });
});
