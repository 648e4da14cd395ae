import { expect } from "chai";
import { redact } from "../../provider/redact";

const ID = "99000119900307001X";
const NAME = "张三 (样例)";

describe("a text from outside", () => {
  const cases: [what: string, text: string, shown: string][] = [
    ["passes as it is", "other signatures in the audit", "other signatures in the audit"],
    ["loses its control characters", "\u001b[31mred\u0000\u0007 line\r\nnext\u202e", "[31mred line next"],
    ["loses a private value", `legalPersonIdNumber ${ID} is wrong`, "legalPersonIdNumber [hidden] is wrong"],
    ["loses it in another case", `id ${ID.toLowerCase()}!`, "id [hidden]!"],
    ["loses it with control characters inside", `id 9900\u00000119900307001X`, "id [hidden]"],
    ["loses it percent-encoded", `q=${encodeURIComponent(NAME)}`, "q=[hidden]"],
    ["loses every one of them", `${NAME}/${ID}/${NAME}`, "[hidden]/[hidden]/[hidden]"],
    [
      "loses an identity number that nobody named",
      "of 990000198512319994, 11010519491231002x",
      "of [hidden], [hidden]",
    ],
    ["keeps longer numbers", "trace 9900001985123199940", "trace 9900001985123199940"],
    ["keeps to a length", "界".repeat(1000), `${"界".repeat(200)}…`],
    ["loses a private value that its end would cut", `${"x".repeat(195)}${ID}`, `${"x".repeat(195)}[hidd…`],
    ["may hold half a character", "\ud83d", "\ufffd"],
  ];
  for (const [what, text, shown] of cases) {
    it(what, () => {
      expect(redact(text, [ID, NAME, ""])).to.equal(shown);
    });
  }
});
