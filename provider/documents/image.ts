import type { DocumentFormat } from "../../properties";

export interface ImageFormat {
  readonly name: DocumentFormat;
  readonly contentType: string;
  readonly extension: string;
  readonly leadingBytes: readonly number[];
}

const FORMATS: { readonly [name in DocumentFormat]: ImageFormat } = {
  PNG: {
    name: "PNG",
    contentType: "image/png",
    extension: "png",
    leadingBytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
  JPEG: { name: "JPEG", contentType: "image/jpeg", extension: "jpg", leadingBytes: [0xff, 0xd8, 0xff] },
  // Of both of its versions: GIF87a and GIF89a.
  GIF: { name: "GIF", contentType: "image/gif", extension: "gif", leadingBytes: [0x47, 0x49, 0x46, 0x38] },
  // No image, but where a vendor takes one for a scan it is inspected as an image is.
  PDF: {
    name: "PDF",
    contentType: "application/pdf",
    extension: "pdf",
    leadingBytes: [0x25, 0x50, 0x44, 0x46, 0x2d],
  },
};

/** "2 MB" is documented, in bytes it is one of these two: the first surely fits, above the second surely does not. */
const SURE_BYTES = 2_000_000;
export const MAX_IMAGE_BYTES = 2_097_152;

export const TOO_LARGE = `larger than 2 MB (${MAX_IMAGE_BYTES} bytes): scan it with a lower resolution or save it as JPEG`;

export type Inspection =
  | { readonly kind: "image"; readonly format: ImageFormat; readonly warning: string | null }
  | { readonly kind: "unfit"; readonly reason: string };

/**
 * Inspects a whole file's bytes as an image to be filed. A name proves nothing of the content: vendors look at the first
 * bytes, and so does this.
 * @param formats what the vendor takes in this place
 */
export function inspectImage(bytes: Uint8Array, formats: readonly DocumentFormat[]): Inspection {
  if (bytes.length === 0) return { kind: "unfit", reason: "the file is empty: save the scan again" };
  const name = formats.find((each) => startsWith(bytes, FORMATS[each].leadingBytes));
  if (name === undefined) {
    const found = contentOf(bytes);
    const instead = found?.instead ?? "save the scan as one of them";
    return {
      kind: "unfit",
      reason: `neither ${namesOf(formats)}${found === null ? ", whatever its name says" : ` but ${found.what}`}: ${instead}`,
    };
  }
  if (bytes.length > MAX_IMAGE_BYTES) return { kind: "unfit", reason: TOO_LARGE };
  const warnings = [
    ...(bytes.length > SURE_BYTES
      ? [
          `${bytes.length} bytes is just about 2 MB, which the vendor may or may not take: below ${SURE_BYTES} bytes is safe`,
        ]
      : []),
    ...(isTruncated(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
      ? [`the end of the ${name} image is missing, as after a download that broke off: open it, and save it again`]
      : []),
  ];
  return { kind: "image", format: FORMATS[name], warning: warnings.length === 0 ? null : warnings.join("; ") };
}

/** Whether what ends an image of the format is nowhere in it. Programs that add something behind the end do no harm. */
function isTruncated(format: DocumentFormat, bytes: Buffer): boolean {
  switch (format) {
    case "PNG":
      return !bytes.includes("IEND", 0, "latin1");
    case "JPEG":
      return !bytes.includes(Buffer.from([0xff, 0xd9]), startOfPixels(bytes));
    case "GIF":
      return !bytes.includes(0x3b, Math.max(0, bytes.length - 1024));
    case "PDF":
      return !bytes.includes("%%EOF", 0, "latin1");
  }
}

/** Behind the segments of a JPEG, one of which can hold a whole small picture with an end of its own. */
function startOfPixels(bytes: Buffer): number {
  let place = 2;
  while (place + 4 <= bytes.length && bytes[place] === 0xff && bytes[place + 1] !== 0xda) {
    const length = bytes.readUInt16BE(place + 2);
    if (length < 2) break;
    place += 2 + length;
  }
  return place;
}

/** What a file of another format is, by its first bytes, and what to do about it. */
const OTHERS: readonly { readonly pattern: RegExp; readonly what: string; readonly instead?: string }[] = [
  {
    pattern: /^version https:\/\/git-lfs/,
    what: "a pointer of Git LFS, in the place of the file that it stands for",
    instead: "run git lfs pull, in a pipeline before Pulumi",
  },
  {
    pattern: /^\x89PNG(\n|\r\n\r\r\n|\r\r\n)/,
    what: "a PNG image whose line ends were converted",
    instead: "mark images as binary in .gitattributes (*.png binary) and check the file out again",
  },
  { pattern: /^RIFF[^]{4}WEBP/, what: "a WebP image" },
  { pattern: /^[^]{4}ftyp(heic|heix|hevc|mif1|msf1)/, what: "a HEIC image, as phones take them" },
  { pattern: /^[^]{4}ftypavi[fs]/, what: "an AVIF image" },
  { pattern: /^GIF8/, what: "a GIF image" },
  { pattern: /^%PDF-/, what: "a PDF file" },
  { pattern: /^BM/, what: "a BMP image" },
  { pattern: /^(II\*\0|MM\0\*)/, what: "a TIFF image" },
  { pattern: /^PK/, what: "a ZIP archive or an office document" },
  { pattern: /^\s*(<|\xef\xbb\xbf<)/, what: "a page of HTML, or an SVG image" },
  { pattern: /^(data:|iVBORw0KGgo|\/9j\/)/, what: "an image written out as text (base64)", instead: "decode it first" },
];

function contentOf(bytes: Uint8Array): (typeof OTHERS)[number] | null {
  const start = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  return OTHERS.find(({ pattern }) => pattern.test(start)) ?? null;
}

function startsWith(bytes: Uint8Array, leading: readonly number[]): boolean {
  return leading.every((byte, place) => bytes[place] === byte);
}

/** `a PNG nor a JPEG image`, `a PNG nor a JPEG nor a GIF image`, `… nor a PDF file` */
function namesOf(formats: readonly DocumentFormat[]): string {
  const kind = formats.includes("PDF") ? "file" : "image";
  return `${formats.map((name) => `a ${name}`).join(" nor ")} ${kind}`;
}
