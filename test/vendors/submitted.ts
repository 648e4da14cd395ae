import type { FilingAnswer, SignatureId } from "../../provider/lifecycle/vendor";

/** Files what must be taken. */
export async function submitted(filing: { submit(): Promise<FilingAnswer> }): Promise<SignatureId> {
  const answer = await filing.submit();
  if (answer.kind !== "taken") throw answer.error;
  return answer.id;
}
