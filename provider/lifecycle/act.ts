import { AdoptionError, RefusalError, UnsettledSubmissionError } from "../errors";
import { disagreements } from "./desired";
import { desiredName, nameOf } from "./names";
import { idsOf } from "./ledger";
import type { Ledger } from "./ledger";
import { removed, takenOver } from "./news";
import type { Step } from "./plan";
import { queryByAnyId } from "./queryByAnyId";
import { refreshLedger } from "./refreshLedger";
import { refusal } from "./refusal";
import type { Run } from "./run";
import * as transitions from "./transitions";
import type { FilingAnswer, Refused, SignatureId } from "./vendor";

/** What a step came to, in one of three endings. */
export type Acted = Continue | Stop | Fail;

interface Ending {
  readonly ledger: Ledger;
  /** Something may have changed at the vendor, so the ledger must be saved whatever follows. */
  readonly changed: boolean;
}

/** The call goes on with the next step. */
interface Continue extends Ending {
  readonly then: "continue";
}

/** The call ends well: a later run goes on. */
interface Stop extends Ending {
  readonly then: "stop";
}

interface Fail extends Ending {
  readonly then: "fail";
  readonly error: Error;
}

const goOn = (ledger: Ledger, changed = false): Continue => ({ then: "continue", ledger, changed });
const stop = (ledger: Ledger, changed = false): Stop => ({ then: "stop", ledger, changed });
const fail = (ledger: Ledger, error: Error, changed = false): Fail => ({ then: "fail", ledger, changed, error });

/** Takes one step of the plan. */
export async function act(step: Step, ledger: Ledger, run: Run): Promise<Acted> {
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
      return stop(ledger);
    case "refuse":
      return fail(ledger, new RefusalError(step.why, refusal(step.why, step.entry, run.desired, run.account.rules)));
    case "record":
      return goOn(step.after);
  }
}

async function submit(step: Extract<Step, { do: "submit" }>, ledger: Ledger, run: Run): Promise<Acted> {
  const { account, desired, log } = run;
  const { answer, sentAt } = await file("submit", null, run);
  if (answer.kind === "taken") {
    const name = nameOf({ ...answer, text: desired.text ?? "" }, account.rules);
    log.info(`${name} was filed with ${account.rules.vendor}.`);
    return filed(transitions.submitted(ledger, desired, answer.id, sentAt, answer.details), answer.id, run);
  }
  if (answer.kind === "lost") {
    // The first that was lost stands for both, in the ledger and in the journal.
    if (step.settling) await run.journal.closed(sentAt);
    return lost(transitions.submissionLost(ledger, desired, sentAt), sentAt, answer.error, run);
  }
  // Ours or another's: nobody can tell, and asking again would tell no more.
  if (step.settling && answer.reason === "review-open") return goOn(transitions.blocked(ledger), true);
  return refused(answer, ledger, run);
}

async function modify(step: Extract<Step, { do: "modify" }>, ledger: Ledger, run: Run): Promise<Acted> {
  const { account, desired, log } = run;
  const { answer, sentAt } = await file("modify", step.entry.id, run);
  if (answer.kind === "taken") {
    const name = nameOf({ ...step.entry, ...answer, text: desired.text ?? "" }, account.rules);
    log.info(`${name} was filed again with ${account.rules.vendor}.`);
    return filed(transitions.modified(ledger, desired, sentAt), answer.id, run);
  }
  if (answer.kind === "lost") {
    return lost(transitions.modificationLost(ledger, desired, sentAt), sentAt, answer.error, run, false);
  }
  return refused(answer, ledger, run);
}

/** One filing, with the journal kept. */
async function file(
  operation: "submit" | "modify",
  target: SignatureId | null,
  { filing, now, journal }: Run,
): Promise<{ answer: FilingAnswer; sentAt: string }> {
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
  return known ? goOn(refreshed.ledger, true) : stop(ledger, true);
}

function refused(answer: Refused, ledger: Ledger, { account, desired, log }: Run): Acted {
  if (answer.reason !== "review-open" || desired.whenBusy === "fail") return fail(ledger, answer.error);
  log.info(
    `${desiredName(desired)} is queued: ${account.rules.vendor} has another signature under review. A later run files it.`,
  );
  return stop(ledger);
}

function lost(ledger: Ledger, sentAt: string, cause: Error, { account, desired }: Run, isNew = true): Acted {
  const where = account.rules.console;
  return fail(ledger, new UnsettledSubmissionError(desiredName(desired), sentAt, where, cause, isNew), true);
}

async function remove(step: Extract<Step, { do: "remove" }>, ledger: Ledger, run: Run): Promise<Acted> {
  const { account, log } = run;
  const { id } = step.entry;
  const answer = await account.remove(id);
  if (answer.kind === "done" || answer.kind === "absent") {
    removed(step.entry, step.entry.id === ledger.serving?.id, account.rules, log);
    return goOn(transitions.removed(ledger, id), true);
  }
  const changed = answer.kind === "lost";
  if (step.why === "outage" || (changed && step.why !== "superseded")) return fail(ledger, answer.error, changed);
  log.warning(`${nameOf(step.entry, account.rules)} was not deleted. ${answer.error.message}`);
  return goOn(answer.kind === "refused" ? kept(step, ledger, answer) : ledger, changed);
}

/** Where an entry stands whose deletion the vendor refused. */
function kept(step: Extract<Step, { do: "remove" }>, ledger: Ledger, answer: Refused): Ledger {
  if (step.why === "withdrawn") return ledger;
  if (answer.reason === "default") return transitions.left(ledger, step.entry.id, "default");
  return step.why === "undeclared" ? transitions.left(ledger, step.entry.id, "refused") : ledger;
}

async function activate(step: Extract<Step, { do: "activate" }>, ledger: Ledger, run: Run): Promise<Acted> {
  const { account, log } = run;
  const { id } = step.entry;
  const answer = (await account.activate?.(id)) ?? { kind: "absent" as const };
  if (answer.kind === "refused" || answer.kind === "lost") {
    log.warning(`${nameOf(step.entry, account.rules)} was not activated again. ${answer.error.message}`);
    return goOn(ledger, answer.kind === "lost");
  }
  log.info(`${account.rules.vendor} was asked to activate ${nameOf(step.entry, account.rules)} again.`);
  const refreshed = await refreshLedger(transitions.activated(ledger, id), [id], run);
  return goOn(refreshed.ledger, true);
}

async function find(ledger: Ledger, run: Run): Promise<Acted> {
  const { account, desired, log } = run;
  const unsettled = () =>
    fail(ledger, new RefusalError("unsettled", refusal("unsettled", ledger.candidate, desired, account.rules)));
  const sought = ledger.candidate?.unconfirmed;
  const answer = sought && (await account.find?.(sought));
  if (!answer) return unsettled();
  if (answer.kind === "failed") return fail(ledger, answer.error);
  const [id, ...others] = await unowned(answer.ids, ledger, run);
  if (id === undefined) return goOn(transitions.forgotten(ledger));
  if (others.length > 0) return unsettled();
  const name = nameOf({ id, text: sought.text }, account.rules);
  log.info(`${name}, whose filing was not answered, was found at ${account.rules.vendor}.`);
  const refreshed = await refreshLedger(transitions.found(ledger, id), [id], run);
  return refreshed.failure === undefined ? goOn(refreshed.ledger, true) : fail(ledger, refreshed.failure);
}

/** Those that neither this resource nor another one has. */
async function unowned(ids: readonly SignatureId[], ledger: Ledger, { ownerOf }: Run): Promise<readonly SignatureId[]> {
  const unknown = ids.filter((each) => !idsOf(ledger).includes(each));
  const owners = await Promise.all(unknown.map(ownerOf));
  return unknown.filter((_, place) => owners[place] === null);
}

async function adopt(adoptId: SignatureId, ledger: Ledger, run: Run): Promise<Acted> {
  const { account, desired, log } = run;
  const { id, answer } = await queryByAnyId(account, adoptId);
  if (answer.kind === "failed") return fail(ledger, answer.error);
  if (answer.kind === "absent") {
    const { vendor, adoptionAdvice } = account.rules;
    const reason = `${vendor} knows no such signature in this account`;
    const next = `${adoptionAdvice} Or remove adoptId to file a new one.`;
    return fail(ledger, new AdoptionError(`The signature ${adoptId}`, reason, next));
  }
  const name = nameOf({ id, ...answer }, account.rules);
  const refuse = (reason: string, next: string) => fail(ledger, new AdoptionError(name, reason, next));
  const owner = await run.ownerOf(id);
  if (owner !== null) {
    return refuse(
      `${owner} has it`,
      "If that is this resource under a former name, give it that name in aliases and remove adoptId; otherwise name the id of another signature.",
    );
  }
  const sought = ledger.candidate?.unconfirmed;
  // What a killed run filed is not always known, and what is declared now may be taken over where nothing else is filed.
  const isMeant =
    sought === undefined ||
    ["", answer.text].includes(sought.text) ||
    (answer.text === desired.text && idsOf(ledger).length === 0);
  if (!isMeant) {
    return refuse(
      `the filing whose answer was lost was for 【${sought.text}】`,
      "Give the id of that filing, or, if it never arrived, change resubmit.",
    );
  }
  const differing = disagreements(desired, answer, account.rules);
  takenOver(name, answer, answer.text === sought?.text ? [] : differing, desired, log);
  const adopted = transitions.adopted(ledger, desired, id, answer, differing.length === 0);
  const refreshed = await refreshLedger(adopted, [id], run);
  if (refreshed.failure !== undefined) return fail(ledger, refreshed.failure);
  // Taking over changes nothing at the vendor: a failure would leave the state as it was. What follows from what is
  // there no preview has shown.
  return stop(refreshed.ledger);
}
