import { AdoptionError, RefusalError, UnsettledSubmissionError } from "../errors";
import { idsOf } from "./ledger";
import type { Ledger } from "./ledger";
import { refreshLedger } from "./refreshLedger";
import type { Step } from "./plan";
import type { Run } from "./run";
import { queryByAnyId } from "./queryByAnyId";
import * as transitions from "./transitions";
import type { FilingAnswer, Refused, SignatureId } from "./vendor";
import { nameOf, refusal, takenOver, desiredName } from "./words";

/** What a step came to. */
export interface Acted {
  readonly ledger: Ledger;
  /** Something may have changed at the vendor, so the ledger must be saved whatever follows. */
  readonly effect: boolean;
  /** The call goes on with the next step. */
  readonly goOn: boolean;
  readonly failure?: Error;
}

/** Takes one step of the plan. */
export async function act(step: Step, ledger: Ledger, run: Run): Promise<Acted> {
  const { desired, vendor, now, say } = run;
  const booked = (next: Ledger): Acted => ({ ledger: next, effect: false, goOn: true });
  switch (step.do) {
    case "submit":
      return submit(step, ledger, run);
    case "modify":
      return modify(step, ledger, run);
    case "remove":
      return remove(step, ledger, run);
    case "activate":
      return activate(step, ledger, run);
    case "find":
      return find(ledger, run);
    case "adopt":
      return adopt(step.id, ledger, run);
    case "wait":
      say({
        warning: false,
        text: `${nameOf(step.entry)} is still under review at ${vendor.rules.vendor}: ${desiredName(desired)} will be filed by a later run, when that review has ended.`,
      });
      return { ledger, effect: false, goOn: false };
    case "refuse":
      return stop(ledger, new RefusalError(step.why, refusal(step.why, step.entry, desired, vendor.rules)));
    case "forget":
      return booked(transitions.forgotten(ledger));
    case "acceptAsFiled":
      return booked(transitions.acceptedAsFiled(ledger, step.entry, desired));
    case "reinstate":
      return booked(transitions.promoted(ledger, step.entry, now()));
    case "supersede":
      return booked(transitions.candidateSuperseded(ledger));
    case "publish":
      return booked(transitions.published(ledger, now()));
  }
}

function stop(ledger: Ledger, failure: Error): Acted {
  return { ledger, effect: false, goOn: false, failure };
}

async function submit(step: Extract<Step, { do: "submit" }>, ledger: Ledger, run: Run): Promise<Acted> {
  const { vendor, desired, say } = run;
  const { answer, sentAt } = await file("submit", null, run);
  if (answer.kind === "taken") {
    say({ warning: false, text: `${desiredName(desired)} was filed with ${vendor.rules.vendor} as ${answer.id}.` });
    return filed(transitions.submitted(ledger, desired, answer.id, sentAt), answer.id, run);
  }
  if (answer.kind === "lost") {
    // The first that was lost stands for both, in the ledger and in the journal.
    if (step.settling) await run.journal.closed(sentAt);
    const lost = transitions.submissionLost(ledger, desired, sentAt);
    return { ...stop(lost, lostError(desiredName(desired), sentAt, answer.error, run)), effect: true };
  }
  if (step.settling && answer.reason === "review-open") {
    // Ours or another's: nobody can tell, and asking again would tell no more.
    return { ledger: transitions.blocked(ledger), effect: true, goOn: true };
  }
  return refused(answer, ledger, run);
}

async function modify(step: Extract<Step, { do: "modify" }>, ledger: Ledger, run: Run): Promise<Acted> {
  const { vendor, desired, say } = run;
  const { answer, sentAt } = await file("modify", step.entry.id, run);
  if (answer.kind === "taken") {
    say({
      warning: false,
      text: `${desiredName(desired)} was filed again with ${vendor.rules.vendor} as ${answer.id}.`,
    });
    return filed(transitions.modified(ledger, desired, sentAt), answer.id, run);
  }
  if (answer.kind === "lost") {
    const lost = transitions.modificationLost(ledger, desired, sentAt);
    return { ...stop(lost, lostError(desiredName(desired), sentAt, answer.error, run, false)), effect: true };
  }
  return refused(answer, ledger, run);
}

/** One filing, with the journal kept. */
async function file(
  operation: "submit" | "modify",
  target: SignatureId | null,
  run: Run,
): Promise<{ answer: FilingAnswer; sentAt: string }> {
  const { filing, now, journal } = run;
  let sentAt = now();
  const sending = async () => {
    sentAt = now();
    await journal.sending({ operation, target, sentAt });
  };
  const answer = target === null ? await filing.submit(sending) : await filing.modify(target, sending);
  if (answer.kind === "taken") await journal.answered(sentAt, answer.id);
  if (answer.kind === "refused") await journal.closed(sentAt);
  return { answer, sentAt };
}

/** A look right after a filing. It is only for news: the filing is certain, so it cannot fail the run. */
async function filed(ledger: Ledger, id: SignatureId, run: Run): Promise<Acted> {
  const refreshed = await refreshLedger(ledger, [id], run);
  const known = refreshed.failure === undefined && idsOf(refreshed.ledger).includes(id);
  return { ledger: known ? refreshed.ledger : ledger, effect: true, goOn: known };
}

function refused(answer: Extract<FilingAnswer, { kind: "refused" }>, ledger: Ledger, run: Run): Acted {
  const { vendor, desired, say } = run;
  if (answer.reason !== "review-open" || desired.whenBusy === "fail") return stop(ledger, answer.error);
  say({
    warning: false,
    text: `${desiredName(desired)} is queued: ${vendor.rules.vendor} has another signature under review. A later run files it.`,
  });
  return { ledger, effect: false, goOn: false };
}

function lostError(name: string, sentAt: string, cause: Error, run: Run, isNew = true): Error {
  return new UnsettledSubmissionError(name, sentAt, run.vendor.rules.console, cause, isNew);
}

async function remove(step: Extract<Step, { do: "remove" }>, ledger: Ledger, run: Run): Promise<Acted> {
  const { vendor, say } = run;
  const id = step.entry.id;
  const answer = await vendor.remove(id);
  if (answer.kind === "done" || answer.kind === "absent") {
    say({ warning: false, text: `${nameOf(step.entry)} was deleted at ${vendor.rules.vendor}.` });
    return { ledger: transitions.removed(ledger, id), effect: true, goOn: true };
  }
  const effect = answer.kind === "lost";
  if (step.why === "outage" || (effect && step.why !== "superseded")) return { ...stop(ledger, answer.error), effect };
  say({ warning: true, text: `${nameOf(step.entry)} was not deleted. ${answer.error.message}` });
  return { ledger: answer.kind === "refused" ? kept(step, ledger, answer) : ledger, effect, goOn: true };
}

/** Where an entry stands whose deletion the vendor refused. */
function kept(step: Extract<Step, { do: "remove" }>, ledger: Ledger, answer: Refused): Ledger {
  if (step.why === "withdrawn") return ledger;
  if (answer.reason === "default") return transitions.left(ledger, step.entry.id, "default");
  return step.why === "undeclared" ? transitions.left(ledger, step.entry.id, "refused") : ledger;
}

async function activate(step: Extract<Step, { do: "activate" }>, ledger: Ledger, run: Run): Promise<Acted> {
  const { vendor, say } = run;
  const id = step.entry.id;
  const answer = (await vendor.activate?.(id)) ?? { kind: "absent" as const };
  if (answer.kind === "refused" || answer.kind === "lost") {
    say({ warning: true, text: `${nameOf(step.entry)} was not activated again. ${answer.error.message}` });
    return { ledger, effect: answer.kind === "lost", goOn: true };
  }
  const refreshed = await refreshLedger(transitions.activated(ledger, id), [id], run);
  return { ledger: refreshed.ledger, effect: true, goOn: true };
}

async function find(ledger: Ledger, run: Run): Promise<Acted> {
  const lost = ledger.candidate?.unconfirmed;
  // Of what a killed run filed only the time may be known, and that proves nothing.
  const answer = lost && lost.text !== "" && (await run.vendor.find?.(lost));
  if (!answer)
    return stop(
      ledger,
      new RefusalError("unsettled", refusal("unsettled", ledger.candidate, run.desired, run.vendor.rules)),
    );
  if (answer.kind === "failed") return stop(ledger, answer.error);
  const [id, ...others] = await unowned(answer.ids, ledger, run);
  if (id === undefined) return { ledger: transitions.forgotten(ledger), effect: false, goOn: true };
  if (others.length > 0) {
    return stop(
      ledger,
      new RefusalError("unsettled", refusal("unsettled", ledger.candidate, run.desired, run.vendor.rules)),
    );
  }
  run.say({
    warning: false,
    text: `【${lost.text}】, whose filing was not answered, was found at ${run.vendor.rules.vendor} as ${id}.`,
  });
  const refreshed = await refreshLedger(transitions.found(ledger, id), [id], run);
  return refreshed.failure === undefined
    ? { ledger: refreshed.ledger, effect: true, goOn: true }
    : stop(ledger, refreshed.failure);
}

/** Those that neither this resource nor another one has. */
async function unowned(
  ids: readonly SignatureId[],
  ledger: Ledger,
  { isOthers }: Run,
): Promise<readonly SignatureId[]> {
  const unknown = ids.filter((each) => !idsOf(ledger).includes(each));
  const owned = await Promise.all(unknown.map(async (id) => (await isOthers?.(id)) ?? false));
  return unknown.filter((_, place) => !owned[place]);
}

async function adopt(adoptId: SignatureId, ledger: Ledger, run: Run): Promise<Acted> {
  const { vendor, desired, say } = run;
  const { id, answer } = await queryByAnyId(vendor, adoptId);
  if (answer.kind === "failed") return stop(ledger, answer.error);
  if (answer.kind === "absent") {
    return stop(
      ledger,
      new AdoptionError(
        id,
        `${vendor.rules.vendor} knows no such signature in this account`,
        `${vendor.rules.adoptionAdvice} Or remove adoptId to file a new one.`,
      ),
    );
  }
  const lost = ledger.candidate?.unconfirmed;
  // What a killed run filed is not always known, and what is declared now may be taken over where nothing else is filed.
  const isMeant =
    lost === undefined ||
    ["", answer.text].includes(lost.text) ||
    (answer.text === desired.text && idsOf(ledger).length === 0);
  if (!isMeant) {
    return stop(
      ledger,
      new AdoptionError(
        id,
        `its text is 【${answer.text}】, while the filing whose answer was lost was for 【${lost.text}】`,
        "Give the id of that one, or, if it never arrived, change resubmit.",
      ),
    );
  }
  say(takenOver(id, answer, answer.text === lost?.text, desired));
  const refreshed = await refreshLedger(transitions.adopted(ledger, desired, id, answer), [id], run);
  if (refreshed.failure !== undefined) return stop(ledger, refreshed.failure);
  // Taking over changes nothing at the vendor: a later step that fails leaves the state as it was.
  return { ledger: refreshed.ledger, effect: false, goOn: idsOf(refreshed.ledger).includes(id) };
}
