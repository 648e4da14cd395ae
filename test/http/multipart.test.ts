import { expect } from "chai";
import { encodeMultipart } from "../../provider/http/multipart";

describe("a form", () => {
  it("holds its parts in order, texts and files, under a boundary of its own", async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]);
    const { contentType, body } = await encodeMultipart([
      { wireName: "sign", text: "极光推送", secret: false },
      { wireName: "remark", text: "", secret: false },
      { wireName: "idCardImage", fileName: "idCardImage.png", contentType: "image/png", bytes },
    ]);
    const boundary = contentType.replace("multipart/form-data; boundary=", "");
    const expected = [
      `--${boundary}\r\nContent-Disposition: form-data; name="sign"\r\n\r\n极光推送\r\n`,
      `--${boundary}\r\nContent-Disposition: form-data; name="remark"\r\n\r\n\r\n`,
      `--${boundary}\r\nContent-Disposition: form-data; name="idCardImage"; filename="idCardImage.png"\r\nContent-Type: image/png\r\n\r\n`,
      bytes,
      `\r\n--${boundary}--\r\n`,
    ];
    expect(body.equals(Buffer.concat(expected.map((each) => Buffer.from(each))))).to.equal(true);
  });
});
