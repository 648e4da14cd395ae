const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff]);

/** Why the vendor would refuse the image; undefined when it takes it. The name decides nothing. */
export function imageProblem(content: Buffer, limit: number): string | undefined {
  if (content.length === 0) return "is empty";
  if (![png, jpeg].some((head) => content.subarray(0, head.length).equals(head))) return "is neither PNG nor JPEG";
  if (content.length > limit) return `has ${content.length} bytes, ${limit} are the most`;
  return undefined;
}
