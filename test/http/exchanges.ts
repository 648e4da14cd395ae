import { expect } from "chai";
import type { Exchange } from "../../provider/http/exchange";

export const reply = (status: number, body: unknown, headers: Record<string, string> = {}): Exchange => ({
  kind: "reply",
  status,
  headers: { "content-type": "application/json", ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

export const HTML = "<html><body>Bad Gateway</body></html>";

export const brokenAfter = (status: number): Exchange => ({
  kind: "broken",
  reason: "cut",
  head: { status, headers: {} },
});

/** An exchange, and the kind of answer that a client reads in it. */
export type Row = [what: string, exchange: Exchange, kind: string];

/** A test for each row. */
export function table(rows: readonly Row[], read: (exchange: Exchange) => { readonly kind: string }): void {
  for (const [what, exchange, kind] of rows) {
    it(`${kind}: ${what}`, () => {
      expect(read(exchange).kind).to.equal(kind);
    });
  }
}
