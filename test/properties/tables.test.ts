import { expect } from "chai";
import * as properties from "../../properties";
import type { Input, SignatureTable } from "../../properties";

const SIGNATURES: readonly SignatureTable[] = [properties.jpushSignature, properties.huaweiSignature];
const APPROVALS = [properties.jpushApproval, properties.huaweiApproval];
const PROVIDERS = [properties.jpushProvider, properties.huaweiProvider];

/** What a page of reference shows: sentences. */
const SENTENCES = /^[A-Z`][^]*[.*]$/;

describe("the property tables", () => {
  const rows = [
    ...SIGNATURES.flatMap(({ className, filed, behaviour, outputs }) =>
      Object.entries({ ...filed, ...behaviour, ...outputs }).map(([name, row]) => [className, name, row] as const),
    ),
    ...APPROVALS.flatMap(({ className, inputs, outputs }) =>
      Object.entries({ ...inputs, ...outputs }).map(([name, row]) => [className, name, row] as const),
    ),
    ...PROVIDERS.flatMap(({ className, settings }) =>
      Object.entries(settings).map(([name, row]) => [className, name, row] as const),
    ),
  ];
  for (const [className, name, { description }] of rows) {
    it(`describe ${className}'s ${name} in sentences`, () => expect(description).to.match(SENTENCES));
  }

  for (const { className, filed, behaviour, revisions = [] } of SIGNATURES) {
    it(`make ${className}'s inputs depend on values that there are`, () => {
      for (const revision of revisions.length === 0 ? [""] : revisions) {
        const inputs = properties.inRevision(filed, revision);
        for (const { required } of Object.values(inputs)) {
          if (required === undefined || required === true) continue;
          const { type } = inputs[required.input]!;
          if (type.kind !== "enumeration") throw new Error(`${required.input} is no enumeration`);
          const values = Object.values(type.members).map(({ value }) => value);
          expect(values).to.include.members([...required.values]);
        }
      }
    });

    it(`say what to give where one of ${className}'s inputs is missing`, () => {
      const asked = Object.entries<Input>(filed).flatMap(([name, input]) =>
        [input, ...Object.values(input.revisions ?? {}).map((own) => ({ ...input, ...own }))].some(
          ({ required, what }) => required !== undefined && what === undefined,
        )
          ? [name]
          : [],
      );
      expect(asked).to.deep.equal([]);
    });

    it(`name the revisions of ${className} alike everywhere`, () => {
      const named = Object.values(filed).flatMap((input) => Object.keys(input.revisions ?? {}));
      expect(revisions).to.include.members(named);
      const type = behaviour["apiRevision"]?.type;
      expect(type?.kind === "choice" ? Object.keys(type.values) : []).to.deep.equal([...revisions]);
    });

    it(`default ${className}'s behaviour to values that there are`, () => {
      for (const [name, { type, default: fallback }] of Object.entries(behaviour)) {
        if (type.kind === "choice") expect(Object.keys(type.values), name).to.include(fallback);
      }
    });
  }
});
