import { Busboy } from "@fastify/busboy";

/** One part of a multipart body; whether it is a text or a file, the vendor's table of fields knows. */
export interface Part {
  name: string;
  fileName: string;
  content: Buffer;
}

/** The parts in the order they came. Rejects when the body is not what its Content-Type says. */
export function parseForm(contentType: string, body: Buffer): Promise<Part[]> {
  return new Promise((resolve, reject) => {
    const parts: Part[] = [];
    // Clients leave out file names, content types or both, so every part is taken as bytes.
    const parser = new Busboy({ headers: { "content-type": contentType }, isPartAFile: () => true });
    parser.on("file", (name: string | undefined, stream, fileName: string | undefined) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("error", reject);
      stream.on("end", () =>
        parts.push({ name: name ?? "", fileName: fileName ?? "", content: Buffer.concat(chunks) }),
      );
    });
    parser.on("error", reject);
    parser.on("finish", () => resolve(parts));
    parser.end(body);
  });
}
