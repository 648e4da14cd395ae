import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

/** The letters of SAMPLE, seven rows of five dots. */
const LETTERS = [
  [15, 16, 16, 14, 1, 1, 30],
  [14, 17, 17, 31, 17, 17, 17],
  [17, 27, 21, 21, 17, 17, 17],
  [30, 17, 17, 30, 16, 16, 16],
  [16, 16, 16, 16, 16, 16, 31],
  [31, 16, 16, 30, 16, 16, 31],
];
const SCALE = 3;

/**
 * A PNG picture of so many bytes: noise, as a scan has it, with SAMPLE across it.
 * @param seed another seed, another picture
 */
export function image(bytes: number, seed: string): Buffer {
  const width = Math.floor(Math.sqrt(bytes));
  // Noise does not get smaller: a row takes its dots and a byte. The rest is filled up below.
  const height = Math.floor((bytes - 1000) / (width + 1.001));
  const rows = Buffer.concat(Array.from({ length: height }, (_, y) => row(width, y, seed)));
  const parts = [
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    // 8 bits of grey for a dot.
    chunk("IHDR", Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 0, 0, 0, 0])])),
    chunk("IDAT", deflateSync(rows, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ] as const;
  const missing = bytes - parts.reduce((sum, part) => sum + part.length, 0) - 12;
  if (missing < 8) throw new Error(`A picture of ${bytes} bytes cannot be made`);
  const comment = chunk("tEXt", Buffer.from("Comment\0".padEnd(missing, " "), "latin1"));
  return Buffer.concat([...parts.slice(0, 3), comment, parts[3]]);
}

function row(width: number, y: number, seed: string): Buffer {
  const noise = Buffer.concat(
    Array.from({ length: Math.ceil(width / 64) }, (_, part) =>
      createHash("sha512").update(`${seed} ${y} ${part}`).digest(),
    ),
  );
  for (let x = 0; x < width; x++) if (isInk(x, y)) noise[x] = 0;
  return Buffer.concat([Buffer.from([0]), noise.subarray(0, width)]);
}

function isInk(x: number, y: number): boolean {
  const [column, line] = [Math.floor(x / SCALE) - 2, Math.floor(y / SCALE) - 2];
  const dots = LETTERS[Math.floor(column / 6)]?.[line] ?? 0;
  return column >= 0 && column % 6 < 5 && ((dots >> (4 - (column % 6))) & 1) === 1;
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
  return Buffer.concat([uint32(data.length), content, uint32(crc32(content))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
