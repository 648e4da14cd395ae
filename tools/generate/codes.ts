import { envelope as huaweiEnvelope } from "../../emulator/src/huaweicloud/errors";
import { envelope as jpushEnvelope } from "../../emulator/src/jpush/errors";
import { revisions } from "../../emulator/src/jpush/revisions";
import { CODES as huaweiCodes } from "../../provider/huawei/codes";
import { CODES as jpushCodes } from "../../provider/jpush/codes";
import type { Revision, RevisionName } from "../../provider/jpush/revisions";
import { REVISIONS } from "../../provider/jpush/revisions";
import type { CodeRow } from "../../provider/vendors/codes";
import { code, table } from "./tables";

/*
 * The vendors' codes in docs/errors.md. What to do is the provider's own advice; the vendors' words are those that the
 * emulator answers with, which are read from the vendors' pages.
 */

/** A code of a vendor, and the revision that alone reads it so. */
export interface KnownCode {
  readonly code: string;
  readonly revision?: RevisionName;
  readonly row: CodeRow;
}

/** Every code of JPush that the provider knows. */
export const knownJPushCodes: readonly KnownCode[] = [
  ...[...jpushCodes].map(([number, row]) => ({ code: String(number), row })),
  ...(Object.keys(REVISIONS) as RevisionName[]).flatMap((revision) => {
    const { codes }: Revision = REVISIONS[revision];
    return [...codes].map(([number, row]) => ({ code: String(number), revision, row }));
  }),
].sort((one, other) => Number(one.code) - Number(other.code));

/** Every code of Huawei Cloud that the provider knows. */
export const knownHuaweiCodes: readonly KnownCode[] = [...huaweiCodes].map(([name, row]) => ({ code: name, row }));

export function jpushCodeTable(): string {
  return codeTable(knownJPushCodes, ({ code: number, revision = "2026-04" }) => {
    const { error } = JSON.parse(jpushEnvelope(revisions[revision].errors, number).body) as {
      error: { message: string };
    };
    return error.message;
  });
}

export function huaweiCodeTable(): string {
  return codeTable(knownHuaweiCodes, ({ code: name }) => {
    const { error_msg: words } = JSON.parse(huaweiEnvelope({}, name).body) as { error_msg: string };
    return words;
  });
}

function codeTable(codes: readonly KnownCode[], wordsOf: (known: KnownCode) => string): string {
  return table(
    ["code", "the vendor's words", "cause and cure"],
    codes.map((known) => [
      `${code(known.code)}${known.revision === undefined ? "" : `, revision ${known.revision}`}`,
      wordsOf(known),
      [...(known.row.meaning === "authentication" ? [SEE_CREDENTIALS] : []), known.row.advice].join(" ").trim(),
    ]),
  );
}

const SEE_CREDENTIALS = "The credentials are not accepted: see [AuthenticationError](#authenticationerror).";
