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
  if (bytes.length > MAX_IMAGE_BYTES) return { kind: "unfit", reason: TOO_LARGE };
  const name = formats.find((each) => FORMATS[each].leadingBytes.every((byte, place) => bytes[place] === byte));
  if (name === undefined) {
    return {
      kind: "unfit",
      reason: `neither ${namesOf(formats)}, whatever its name says: save the scan as one of them`,
    };
  }
  const warning =
    bytes.length > SURE_BYTES
      ? `${bytes.length} bytes is just about 2 MB, which the vendor may or may not take: below ${SURE_BYTES} bytes is safe`
      : null;
  return { kind: "image", format: FORMATS[name], warning };
}

/** `a PNG nor a JPEG image`, `a PNG nor a JPEG nor a GIF image`, `… nor a PDF file` */
function namesOf(formats: readonly DocumentFormat[]): string {
  const kind = formats.includes("PDF") ? "file" : "image";
  return `${formats.map((name) => `a ${name}`).join(" nor ")} ${kind}`;
}
