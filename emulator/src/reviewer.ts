import type { Clock } from "./clock";
import type { Signature } from "./signatures/signature";
import type { SignatureStore } from "./signatures/store";

/** Approves what is still under review `after` milliseconds of the emulator's clock, and rejects what must be. */
export function approveAfter(after: number, store: SignatureStore, clock: Clock): void {
  const expect = (signature: Signature) => {
    const { submittedAt } = signature;
    clock.at(submittedAt + after, () => {
      const same = store.find(String(signature.id)) === signature && signature.submittedAt === submittedAt;
      if (!same || store.status(signature) !== "pending") return;
      const obstacle = store.words.mustReject?.(signature);
      store.review(signature, obstacle === undefined ? "approve" : "reject", obstacle);
    });
  };
  store.onSubmit(expect);
  for (const signature of store.all()) if (store.status(signature) === "pending") expect(signature);
}
