import { headersOf, type Answer, type Received } from "./answer";

export async function answerFetch(
  request: Request,
  answer: (received: Received) => Promise<Answer>,
): Promise<Response> {
  const reply = await answer({
    method: request.method,
    query: new URL(request.url).searchParams,
    body: (mostBytes) => readBody(request, mostBytes),
  });
  return new Response(reply.text ?? "", { status: reply.status, headers: headersOf(reply) });
}

async function readBody({ body }: Request, mostBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Node's own streams can be iterated; some platforms' cannot.
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = body?.getReader();
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return Buffer.concat(chunks).toString("utf8");
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}
