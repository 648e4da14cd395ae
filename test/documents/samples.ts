import { createHash } from "node:crypto";

/** The shortest bytes that a reader of leading bytes takes for an image, then as many zeros as desired. */
export function png(length = 64): Buffer {
  return padded([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], length);
}

export function jpeg(length = 64): Buffer {
  return padded([0xff, 0xd8, 0xff, 0xe0], length);
}

/** `GIF89a` */
export function gif(length = 64): Buffer {
  return padded([0x47, 0x49, 0x46, 0x38, 0x39, 0x61], length);
}

/** `%PDF-1.7` */
export function pdf(length = 64): Buffer {
  return padded([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37], length);
}

function padded(leading: readonly number[], length: number): Buffer {
  const bytes = Buffer.alloc(length);
  Buffer.from(leading).copy(bytes);
  return bytes;
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
