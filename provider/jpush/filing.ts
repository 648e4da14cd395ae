import type { Part } from "../http/multipart";
import type { Runtime } from "../http/timing";
import type { Filing, FilingAnswer, Refused, SignatureId } from "../lifecycle/vendor";
import { runExclusive } from "../runExclusive";
import { changeFailed, prepared } from "../vendors/answers";
import type { Outcome } from "../vendors/answers";
import { LOOKS_FIRST } from "../vendors/failures";
import { makeFiledIds } from "../vendors/filedIds";
import type { JPushAccess } from "./access";
import { JPushClient, signIdOf } from "./client";
import { errorAt } from "./failures";
import { openReviewsOf, type OpenReviews } from "./openReviews";
import type { Revision } from "./revisions";

/** What one resource has to file. */
export interface Content {
  /**
   * Judges the inputs once more, reads the documents and gives the parts to send.
   * @throws InvalidInputError, DocumentError
   */
  prepare(): Promise<readonly Part[]>;
  /** In which it is filed, and in which JPush answers. */
  readonly revision: Revision;
  /** Private texts beside those of the parts. */
  readonly privateTexts: readonly string[];
}

/** One content and one app. One is filed at a time; documents are read in it too, so that few are in memory at once. */
export class JPushFiling implements Filing {
  readonly #client: JPushClient;
  readonly #reviews: OpenReviews;

  constructor(
    private readonly access: JPushAccess,
    private readonly content: Content,
    private readonly runtime: Runtime,
  ) {
    this.#client = new JPushClient(access, content.revision, runtime);
    this.#reviews = openReviewsOf(runtime, access.fingerprint);
  }

  submit(sending: () => Promise<void>): Promise<FilingAnswer> {
    return this.#file(null, sending);
  }

  modify(id: SignatureId, sending: () => Promise<void>): Promise<FilingAnswer> {
    return this.#file(id, sending);
  }

  prepare(): Promise<Refused | null> {
    return this.#inTurn(async () => {
      const ready = await prepared(() => this.content.prepare());
      return "reason" in ready ? ready : null;
    });
  }

  /** @param target whose content is replaced; null for a new submission */
  #file(target: SignatureId | null, sending: () => Promise<void>): Promise<FilingAnswer> {
    return this.#inTurn(async () => {
      const ready = await prepared(() => this.content.prepare());
      if ("reason" in ready) return ready;
      // JPush's pages leave open whether another one's review keeps a modify from being taken.
      const foreseen = target === null ? this.#reviews.refusal() : null;
      if (foreseen !== null) return foreseen;
      await sending();
      const sentAt = this.runtime.timing.now();
      const { answer, ...sent } = await this.#send(target, ready.content);
      if (answer.kind === "success") {
        this.runtime.memory.of(makeFiledIds).add(this.access.fingerprint, answer.value);
        this.#reviews.seen(answer.value, true);
        return { kind: "taken", id: answer.value };
      }
      const privateTexts = [...this.content.privateTexts, ...secretsIn(ready.content)];
      const failed = changeFailed(answer, errorAt(this.access, { ...sent, answer }, LOOKS_FIRST, privateTexts));
      if (failed.kind === "refused" && failed.reason === "review-open") this.#reviews.refused(failed, sentAt);
      return failed;
    });
  }

  #send(target: SignatureId | null, parts: readonly Part[]): Promise<Outcome<number>> {
    return target === null ? this.#client.create(parts) : this.#client.modify(signIdOf(target), parts);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    return runExclusive(this.runtime.memory, this.access.fingerprint, work);
  }
}

function secretsIn(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => ("text" in part && part.secret ? [part.text] : []));
}
