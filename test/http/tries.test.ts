import { expect } from "chai";
import { tryUpTo, type Again } from "../../provider/http/tries";

async function trying(maxTries: number, verdicts: readonly (Again | null)[]) {
  const pauses: number[] = [];
  let sent = 0;
  const timing = {
    sleep: async (milliseconds: number) => void pauses.push(milliseconds),
    random: () => 0,
    now: () => 0,
  };
  const { answer, tries } = await tryUpTo(
    maxTries,
    async () => verdicts[sent++] ?? null,
    (verdict) => verdict,
    timing,
  );
  return { sent, tries, answer, pauses };
}

const interrupted: Again = { cause: "interrupted", retryAfter: null };
const busy: Again = { cause: "busy", retryAfter: 7_000 };

describe("trying again", () => {
  it("ends with the first final answer", async () => {
    expect(await trying(3, [null])).to.deep.equal({ sent: 1, tries: 1, answer: null, pauses: [] });
    expect(await trying(3, [interrupted, null])).to.deep.equal({ sent: 2, tries: 2, answer: null, pauses: [250] });
  });

  it("ends when the tries are used up, with the last answer and without a last pause", async () => {
    expect(await trying(3, [interrupted, busy, interrupted])).to.deep.equal({
      sent: 3,
      tries: 3,
      answer: interrupted,
      pauses: [250, 7_000],
    });
    expect(await trying(1, [busy])).to.deep.equal({ sent: 1, tries: 1, answer: busy, pauses: [] });
  });
});
