import { expect } from "chai";
import type { Entry, Ledger } from "../../provider/lifecycle/ledger";
import * as transitions from "../../provider/lifecycle/transitions";
import { ago, desired, digests, entry, ledger, lost, NOW } from "./builders";

const W = desired("W", { resubmit: "again" });
const filed = (id: number | null): Entry =>
  entry(id, "W", "pending", { vendorStatus: null, resubmit: "again", sentAt: NOW });
const unconfirmed = { digests: digests("W"), text: "W", resubmit: "again", sentAt: NOW };

const A = entry(1, "A", "approved", { publishedAt: ago(48), promotedAt: ago(48) });
const B = entry(2, "B", "rejected");
const C = entry(3, "C", "approved", { leftBecause: "default", publishedAt: ago(90), promotedAt: ago(90) });
const D = entry(4, "D", "approved");
const { leftBecause: _left, publishedAt: _published, ...unpublished } = C;

/** Everything that a step should leave as it is. */
const full = ledger({ serving: A, candidate: B, superseded: [C, D], files: { a: "1" } });

const rows: { readonly [step: string]: readonly [what: string, after: Ledger, expected: Ledger][] } = {
  submitted: [
    ["becomes the candidate", transitions.submitted(full, W, 9, NOW), { ...full, candidate: filed(9) }],
    [
      "is expected before its id is known",
      transitions.submitted(full, W, null, NOW),
      { ...full, candidate: filed(null) },
    ],
  ],
  modified: [["keeps its id", transitions.modified(full, W, NOW), { ...full, candidate: filed(2) }]],
  submissionLost: [
    [
      "is of unknown status",
      transitions.submissionLost({ ...full, candidate: null }, W, NOW),
      { ...full, candidate: { ...filed(null), status: "unknown", unconfirmed } },
    ],
    [
      "leaves an earlier one its place",
      transitions.submissionLost({ ...full, candidate: lost("B", 1) }, W, NOW),
      { ...full, candidate: lost("B", 1) },
    ],
  ],
  modificationLost: [
    ["keeps both contents", transitions.modificationLost(full, W, NOW), { ...full, candidate: { ...B, unconfirmed } }],
  ],
  blocked: [
    [
      "is noted with the lost submission",
      transitions.blocked({ ...full, candidate: lost("B", 1) }),
      { ...full, candidate: lost("B", 1, { blocked: true }) },
    ],
  ],
  found: [
    [
      "is under review",
      transitions.found({ ...full, candidate: lost("B", 1) }, 9),
      { ...full, candidate: entry(9, "B", "pending", { vendorStatus: null, sentAt: ago(1) }) },
    ],
  ],
  forgotten: [
    [
      "takes the candidate away",
      transitions.forgotten({ ...full, candidate: lost("B", 1) }),
      { ...full, candidate: null },
    ],
  ],
  acceptedAsFiled: [
    [
      "the candidate, which was filed",
      transitions.acceptedAsFiled(full, B, W),
      { ...full, candidate: { ...B, digests: digests("W"), assumed: true } },
    ],
  ],
  removed: [
    ["the candidate", transitions.removed(full, 2), { ...full, candidate: null }],
    ["a superseded one", transitions.removed(full, 3), { ...full, superseded: [D] }],
    ["the serving one", transitions.removed(full, 1), { ...full, serving: null }],
  ],
  left: [
    [
      "a superseded one",
      transitions.left(full, 4, "refused"),
      { ...full, superseded: [C, { ...D, leftBecause: "refused" }] },
    ],
    [
      "the candidate",
      transitions.left(full, 2, "default"),
      { ...full, candidate: null, superseded: [C, D, { ...B, leftBecause: "default" }] },
    ],
  ],
  candidateSuperseded: [
    [
      "is the newest of them",
      transitions.candidateSuperseded(full),
      { ...full, candidate: null, superseded: [C, D, B] },
    ],
    [
      "is nothing without a candidate",
      transitions.candidateSuperseded({ ...full, candidate: null }),
      { ...full, candidate: null },
    ],
  ],
  promoted: [
    [
      "the candidate",
      transitions.promoted(full, B, NOW),
      { ...full, serving: { ...B, promotedAt: NOW }, candidate: null, superseded: [C, D, A] },
    ],
    [
      "a superseded one, which nobody has published yet and which asks again",
      transitions.promoted(full, C, NOW),
      { ...full, serving: { ...unpublished, promotedAt: NOW }, superseded: [D, A] },
    ],
    [
      "where nothing served",
      transitions.promoted({ ...full, serving: null }, B, NOW),
      { ...full, serving: { ...B, promotedAt: NOW }, candidate: null },
    ],
  ],
  published: [["the serving one", transitions.published(full, NOW), { ...full, serving: { ...A, publishedAt: NOW } }]],
  activated: [
    [
      "the serving one",
      transitions.activated(full, 1),
      { ...full, serving: { ...A, status: "pending", vendorStatus: null } },
    ],
    [
      "the candidate",
      transitions.activated(full, 2),
      { ...full, candidate: { ...B, status: "pending", vendorStatus: null } },
    ],
  ],
};

describe("the ledger after a step", () => {
  for (const [step, cases] of Object.entries(rows)) {
    for (const [what, after, expected] of cases) {
      it(`${step}: ${what}`, () => expect(after).to.deep.equal(expected));
    }
  }

  it("acceptedAsFiled: an imported one counts as a whole one from then on", () => {
    const serving: Entry = { ...A, partial: true };
    const { partial: _, ...whole } = serving;
    expect(transitions.acceptedAsFiled({ ...full, serving }, serving, W)).to.deep.equal({
      ...full,
      serving: { ...whole, digests: digests("W"), resubmit: "again", assumed: true },
    });
  });

  for (const [agrees, rest] of [
    [true, { digests: digests("W"), assumed: true }],
    [false, { digests: digests("A") }],
  ] as const) {
    it(`adopted: what is declared counts as what was filed ${agrees ? "" : "not "}where all that is told agrees`, () => {
      const seen = {
        kind: "present",
        text: "A",
        status: "approved",
        vendorStatus: "ok",
        fields: digests("A"),
      } as const;
      expect(transitions.adopted(full, W, 9, seen, agrees)).to.deep.equal({
        ...full,
        candidate: entry(9, "A", "approved", { vendorStatus: "ok", resubmit: "again", sentAt: null, ...rest }),
      });
    });
  }

  it("imported: only what the vendor tells is known", () => {
    const seen = { kind: "present", text: "A", status: "approved", vendorStatus: "ok" } as const;
    expect(transitions.imported({ sign: "told" }, 9, seen)).to.deep.equal(
      ledger({
        candidate: entry(9, "A", "approved", {
          digests: { sign: "told" },
          vendorStatus: "ok",
          sentAt: null,
          partial: true,
        }),
      }),
    );
  });
});
