import { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type FormData from "form-data";

/** One part of a form; text that is `secret` must not come back in an error. */
export type Part = TextPart | FilePart;

export interface TextPart {
  readonly wireName: string;
  readonly text: string;
  readonly secret: boolean;
}

export interface FilePart {
  readonly wireName: string;
  /** Neutral: the name of the user's own file is nobody's business. */
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Encodes a `multipart/form-data` body. form-data is loaded with the first one, since most calls of a provider file nothing. */
export async function encodeMultipart(
  parts: readonly Part[],
): Promise<{ readonly contentType: string; readonly body: Buffer }> {
  const FormData = require("form-data") as typeof import("form-data");
  const form = new FormData();
  for (const part of parts) {
    if ("text" in part) form.append(part.wireName, part.text);
    else form.append(part.wireName, part.bytes, { filename: part.fileName, contentType: part.contentType });
  }
  return { contentType: `multipart/form-data; boundary=${form.getBoundary()}`, body: await bytesOf(form) };
}

/** form-data's own `getBuffer` copies all that came before with every part. */
async function bytesOf(form: FormData): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  await finished(form.pipe(sink));
  return Buffer.concat(chunks);
}
