import { createHash } from "node:crypto";

/** The bytes with which an image begins and those with which it ends, and between them as many zeros as desired. */
export function png(length = 64): Buffer {
  return padded("\x89PNG\r\n\x1a\n", "\0\0\0\0IEND\xae\x42\x60\x82", length);
}

export function jpeg(length = 64): Buffer {
  return padded("\xff\xd8\xff\xe0", "\xff\xd9", length);
}

export function gif(length = 64): Buffer {
  return padded("GIF89a", ";", length);
}

export function pdf(length = 64): Buffer {
  return padded("%PDF-1.7", "%%EOF\n", length);
}

function padded(leading: string, trailing: string, length: number): Buffer {
  const zeros = Math.max(0, length - leading.length - trailing.length);
  return Buffer.from(`${leading}${"\0".repeat(zeros)}${trailing}`, "latin1").subarray(0, length);
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
