import type { IncomingMessage, ServerResponse } from "node:http";
import { headersOf, type Answer, type Received } from "./answer";

export async function answerNode(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (received: Received) => Promise<Answer>,
): Promise<void> {
  const reply = await answer({
    method: request.method ?? "GET",
    query: new URLSearchParams(request.url?.split("?", 2)[1]),
    body: (mostBytes) => bodyOf(request, mostBytes),
  });
  // What was not read of the body must not be taken for the next request.
  if (!request.complete) response.setHeader("connection", "close");
  response.writeHead(reply.status, headersOf(reply)).end(reply.text ?? "");
}

/** Some frameworks have read the body already when a handler is called, and put it there. */
async function bodyOf(request: IncomingMessage & { body?: unknown }, mostBytes: number): Promise<string | undefined> {
  const { body } = request;
  if (typeof body === "string" || Buffer.isBuffer(body))
    return body.length > mostBytes ? undefined : body.toString("utf8");
  if (request.readableEnded) return parsedAgain(body);
  return readStream(request, mostBytes);
}

/** A form that a framework has parsed into an object. */
function parsedAgain(body: unknown): string {
  if (typeof body !== "object" || body === null) return "";
  const texts = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return new URLSearchParams(texts).toString();
}

async function readStream(request: IncomingMessage, mostBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const buffer of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += buffer.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}
