/*
 * Every curl example of the four pages on which JPush has published its signature API, what comes of it as it is
 * printed, and the least repair after which it does what it says.
 *
 * The examples stand here as the words of the shell's lines, so that what is missing between two lines can be told.
 * Those of the pages of 2018 and the creation of 2026 follow the pages word by word. Of the page of 2026 no copy with
 * its other three examples was at hand: they are put together from what is known of them (the fields, the order, the
 * sample numbers) and marked. Copies of the English page of 2018 differ: some print the address, some have lost it; here
 * it is lost, which needs the repair.
 */

export type Operation = "create" | "modify" | "query" | "delete";

/** A line of the shell, word by word. */
export type Line = readonly string[];

export interface Page {
  readonly title: string;
  readonly address: string;
  readonly revision: "2026-04" | "2018-11" | "2018-03";
}

/** How a shell and the vendor answer: the exit code of the last line, and of the vendor's answer what it comes down to. */
export interface Outcome {
  /** 0 where it is not given. */
  readonly exit?: number;
  /** Of curl's answer; absent where none was asked for. */
  readonly status?: number;
  /** The vendor's code; absent for a success. */
  readonly code?: number;
}

export interface Example {
  readonly page: Page;
  readonly operation: Operation;
  readonly printed: readonly Line[];
  readonly asPrinted: Outcome;
  /** What has to be changed at least, in words; null where it works as it is printed. */
  readonly repair: string | null;
  readonly repaired: Line;
  /** Its wording is put together from what is known of it. */
  readonly reconstructed?: true;
}

const TAKEN: Outcome = { status: 200 };
const INVALID_BODY: Outcome = { status: 403, code: 50007 };
/** curl was given no address. */
const NO_ADDRESS: Outcome = { exit: 2 };
/** The shell knows no command `-F`; curl's own line before it was taken. */
const HALF: Outcome = { exit: 127, status: 200 };

const BASE = "https://api.sms.jpush.cn/v1/sign";
const PAIR = "7d431e42dfa6a6d693ac2d04:5e987ac6d2e04d95a9d8f0d1";

const page2026: Page = {
  title: "SMS Signature API, 2026-04-23",
  address: "https://docs.jiguang.cn/en/jsms/server/rest_api_jsms_sign",
  revision: "2026-04",
};
const pageNovember: Page = {
  title: "短信签名 API, 2018-11",
  address: "https://docs.jiguang.cn/jsms/server/rest_api_jsms_sign",
  revision: "2018-11",
};
const pageMarch: Page = { title: "短信签名 API, 2018-03", address: pageNovember.address, revision: "2018-03" };
const pageEnglish: Page = { title: "SMS Signing API, 2018-05", address: page2026.address, revision: "2018-03" };

const form = (...fields: string[]): string[] => fields.flatMap((field) => ["-F", field]);
const filing = (address: string[], contentType: string, ...fields: string[]): Line => [
  ...["curl", "-X", "POST", ...address, "-u", PAIR, "-H", `content-type: ${contentType}`],
  ...form(...fields),
];
const asking = (method: string, address: string[]): Line => [
  ...["curl", "--insecure", "-X", method, "-v", ...address, "-H", "Content-Type: application/json", "-u", PAIR],
];

const FORM = "multipart/form-data";
/** curl adds `; boundary=…` to what is given, and so sends `;;`. */
const FORM_AND_MORE = "multipart/form-data;";
const ONE = [`${BASE}/37582`];

const SCANS_2026 = ["idCardImage=@/path/to/idcard.jpg", "businessLicenseImage=@/path/to/business_license.jpg"];
const PERSON_2026 = [
  "legalPersonName=王样例",
  "legalPersonIdNumber=99000119900307001X",
  "socialCreditCode=91999999000000000G",
];

/** An example without the address behind the method, as the page prints it. */
const withoutAddress = (line: Line): Line => line.filter((word) => !word.startsWith(BASE));

/** One that works as it is printed. */
function sound(page: Page, operation: Operation, line: Line): Example {
  return { page, operation, printed: [line], asPrinted: TAKEN, repair: null, repaired: line };
}

/** One of the English page of 2018. */
function addressless(operation: Operation, line: Line): Example {
  return {
    page: pageEnglish,
    operation,
    printed: [withoutAddress(line)],
    asPrinted: NO_ADDRESS,
    repair: "give the address",
    repaired: line,
  };
}

/** One of the Chinese page of November 2018, whose last two lines are lines of their own. */
function unjoined(operation: Operation, address: string[], sign: string, remark: string): Example {
  return {
    page: pageNovember,
    operation,
    printed: [filing(address, FORM, `sign=${sign}`), form("type=签名类型"), form(`remark=${remark}`)],
    asPrinted: HALF,
    repair: "join the lines with backslashes, and give the type as a number in place of the words for it",
    repaired: filing(address, FORM, `sign=${sign}`, "type=1", `remark=${remark}`),
  };
}

export const EXAMPLES: readonly Example[] = [
  {
    page: page2026,
    operation: "create",
    printed: [filing([BASE], FORM, "sign=极光推送", "type=1", ...SCANS_2026)],
    asPrinted: INVALID_BODY,
    repair: "add the three required fields that it leaves out",
    repaired: filing([BASE], FORM, "sign=极光推送", "type=1", ...PERSON_2026, ...SCANS_2026),
  },
  {
    page: page2026,
    operation: "modify",
    printed: [
      filing(
        ONE,
        FORM,
        ...["sign=修改的签名", "type=1", "legalPersonName=王样例"],
        ...["legalPersonIdNumber=110101199001011234", "socialCreditCode=91110000000000000A"],
        ...SCANS_2026,
      ),
    ],
    asPrinted: INVALID_BODY,
    repair: "give numbers whose check characters are right",
    repaired: filing(ONE, FORM, "sign=修改的签名", "type=1", ...PERSON_2026, ...SCANS_2026),
    reconstructed: true,
  },
  { ...sound(page2026, "query", asking("GET", ONE)), reconstructed: true },
  { ...sound(page2026, "delete", asking("DELETE", ONE)), reconstructed: true },

  unjoined("create", [BASE], "申请的签名", "申请说明"),
  unjoined("modify", ONE, "修改的签名", "业务场景说明"),
  sound(pageNovember, "query", asking("GET", ONE)),
  sound(pageNovember, "delete", asking("DELETE", ONE)),

  sound(pageMarch, "create", filing([BASE], FORM_AND_MORE, "sign=申请的签名")),
  sound(pageMarch, "modify", filing(ONE, FORM_AND_MORE, "sign=修改的签名")),
  sound(pageMarch, "query", asking("GET", ONE)),
  sound(pageMarch, "delete", asking("DELETE", ONE)),

  addressless("create", filing([BASE], FORM_AND_MORE, "sign=申请的签名")),
  addressless("modify", filing(ONE, FORM_AND_MORE, "sign=修改的签名")),
  addressless("query", asking("GET", ONE)),
  addressless("delete", asking("DELETE", ONE)),
];
