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
  const { default: FormData } = await import("form-data");
  const form = new FormData();
  for (const part of parts) {
    if ("text" in part) form.append(part.wireName, part.text);
    else form.append(part.wireName, part.bytes, { filename: part.fileName, contentType: part.contentType });
  }
  return { contentType: `multipart/form-data; boundary=${form.getBoundary()}`, body: form.getBuffer() };
}
