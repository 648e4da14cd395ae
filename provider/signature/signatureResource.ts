import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { RefusalError, messageOf } from "../errors";
import type { Journal } from "../journal/Journal";
import { digestOf } from "../lifecycle/digest";
import { dismantle } from "../lifecycle/dismantle";
import { simulatePlan } from "../lifecycle/simulate";
import { EMPTY_LEDGER, entriesOf, idsOf, isFiled, newestOf, parseLedger } from "../lifecycle/ledger";
import type { Ledger } from "../lifecycle/ledger";
import { refreshLedger } from "../lifecycle/refreshLedger";
import { isFiling, reconcile } from "../lifecycle/reconcile";
import type { Outcome } from "../lifecycle/reconcile";
import { statusOf } from "../lifecycle/status";
import type { HeldFiles, SignatureId } from "../lifecycle/vendor";
import {
  awaited,
  describePlan,
  describeFirstPlan,
  itsTurn,
  refusal,
  ongoingWarnings,
  desiredName,
} from "../lifecycle/words";
import type { Desired } from "../lifecycle/desired";
import type { Context, Made, Resource } from "../resource";
import { hasUnknown } from "../values";
import type { Value, Values } from "../values";
import { SubmissionOwners } from "./submissionOwners";
import { inputsDiffer } from "./differs";
import { readUnmanaged } from "./unmanagedSignature";
import { journalOf, sayTakenOver } from "./journals";
import { ready } from "./kind";
import type { Account, SignatureKind, Unavailable, Unidentified } from "./kind";
import { outputsOf } from "./outputs";
import { noteReview, reviewsBefore } from "./reviews";
import { desiredOf } from "./desiredOf";

/** A vendor's signature as a resource: the engine's calls in terms of the lifecycle's. */
export function signatureResource(kind: SignatureKind, now: () => string = () => new Date().toISOString()): Resource {
  const outputNames = kind.outputs;
  const owners = new SubmissionOwners();

  /** Goes on from a state, and from what the journal knows beyond it, to what is desired. */
  async function reconciled(
    context: Context,
    { account, id, state, desired, inputs, journal }: Departure,
  ): Promise<Reconciled> {
    const isOthers = async (each: SignatureId) =>
      owners.isOwnedByAnother(account.fingerprint, id, each) || journal.isOthers(each);
    const uploaded = desired.foreign ? {} : await journal.uploads.recall(documentsIn(inputs));
    const files = { ...uploaded, ...state.files };
    const vendor = account.connect(inputs, files, (sha256, document) => journal.uploads.note(sha256, document));
    const recalled = desired.foreign ? { ledger: state, takenOver: [], open: [] } : await journal.recall(state, true);
    sayTakenOver(context.say, recalled);
    const result = await reconcile(
      recalled.ledger,
      { vendor, desired, now, say: context.say, journal, isOthers },
      state,
    );
    const outcome = withFiles(result, vendor.files?.());
    // Nothing was changed at the vendor, so nothing needs to be saved: a plain error leaves the state as it was.
    if (outcome.failure !== undefined && !outcome.effect && recalled.takenOver.length === 0) throw outcome.failure;
    await journal.settle(recalled, outcome.ledger);
    for (const line of ongoingWarnings(outcome.ledger, desired, kind.rules)) context.say(line);
    return {
      ledger: outcome.ledger,
      outputs: outputsOf(kind, outcome.ledger, desired, account.fingerprint),
      ...(outcome.failure === undefined ? {} : { failure: outcome.failure }),
    };
  }

  /** Where one review at a time is taken, a queued one says whose it waits for. */
  function turnOf(account: string | null, desired: Desired): string {
    if (account === null || kind.rules.reviewsAtOnce === "many") return "";
    return itsTurn(reviewsBefore(account, desiredName(desired)), kind.rules);
  }

  function refuseForeign(state: Values, account: Account): void {
    if (!isForeign(state, account)) return;
    const desired = desiredOf(kind, state, { foreign: true, adopts: false });
    throw new RefusalError("foreign", refusal("foreign", newestOf(ledgerOf(state)), desired, kind.rules));
  }

  /** Tells what a create will do, of which a preview calls check alone. */
  async function previewCreate(context: Context, inputs: Values): Promise<void> {
    const account = kind.accountOf(context.settings);
    sayUnavailable(context, account);
    if (hasUnknown(inputs["adoptId"])) return;
    const desired = desiredOf(kind, inputs, { foreign: false, adopts: true });
    if (desired.adoptId !== null) return sayAdoption(context, kind, inputs);
    const journal = await journalOf(kind, null, [inputs], account.fingerprint, desired, context);
    const recalled = await journal.recall(EMPTY_LEDGER, true);
    sayTakenOver(context.say, recalled);
    const line = describeFirstPlan(
      simulatePlan(recalled.ledger, desired, kind.rules, now()),
      recalled.ledger,
      desired,
      kind.rules,
    );
    if (line !== null) context.say(line);
  }

  /** Tells what an update will do, as the state has it, and whether there will be one: where inputs differ there is. */
  async function previewUpdate(
    context: Context,
    id: string,
    olds: Values,
    news: Values,
    differs: boolean,
  ): Promise<boolean> {
    const account = kind.accountOf(context.settings);
    const state = ledgerOf(olds);
    owners.note(recordedIn(olds), id, state);
    const desired = desiredOf(kind, news, { foreign: isForeign(olds, account), adopts: adopts(olds, news) });
    const journal = await journalOf(kind, id, [news, olds], account.fingerprint, desired, context);
    const { ledger, takenOver } = await journal.recall(state, true);
    const steps = simulatePlan(ledger, desired, kind.rules, now());
    const line = describePlan(steps, ledger, desired, kind.rules);
    const reviewed = account.fingerprint === null ? null : noteReview(account.fingerprint, ledger);
    if (reviewed !== null) context.say(awaited(reviewed.name, reviewed.waiting));
    const turn = steps.some(isFiling) && olds["status"] === "queued" ? turnOf(account.fingerprint, desired) : "";
    if (line !== null) context.say({ ...line, text: line.text + turn });
    for (const each of ongoingWarnings(ledger, desired, kind.rules)) context.say(each);
    const updates = differs || steps.length > 0 || takenOver.length > 0;
    if (updates) sayUnavailable(context, account);
    return updates;
  }

  /** What the state declares, as it was last accepted. */
  const declaredIn = (state: Values) => desiredOf(kind, state, { foreign: false, adopts: false });

  return {
    settings: kind.settings,
    outputs: outputNames,

    check: async (context, olds, news) => {
      const checked = await kind.check(context, olds, news);
      if (olds === null && checked.faults.length === 0)
        await previewCreate(context, { ...news, ...checked.normalised });
      return checked;
    },

    diff: async (context, id, olds, news) => {
      const differs = inputsDiffer(olds, news, outputNames);
      try {
        // Against what drifted the engine compares itself: a refresh has put it among the state's inputs. Where it then
        // sees no difference, only the word that there are steps brings an update about.
        const seen = differs && inputsDiffer({ ...olds, ...driftedInputs(kind, ledgerOf(olds)) }, news, outputNames);
        return { inputs: seen, steps: await previewUpdate(context, id, olds, news, differs) };
      } catch (error) {
        // A preview shows what it cannot simulatePlan as a difference; the update is what fails.
        context.say({ warning: true, text: `${nameIn(kind, news)}: ${messageOf(error)}` });
        return { inputs: differs, steps: true };
      }
    },

    create: async (context, inputs) => {
      const account = await ready(kind.accountOf(context.settings));
      const desired = desiredOf(kind, inputs, { foreign: false, adopts: true });
      const journal = await journalOf(kind, null, [inputs], account.fingerprint, desired, context);
      const { ledger, ...made } = await reconciled(context, {
        account,
        id: null,
        state: EMPTY_LEDGER,
        desired,
        inputs,
        journal,
      });
      const id = idOf(ledger);
      owners.note(account.fingerprint, id, ledger);
      return { id, ...made };
    },

    read: async (context, id, state) => {
      const found = kind.accountOf(context.settings);
      const isOthers = state["__ledger"] === undefined;
      if (found.kind === "unavailable" && !isOthers) {
        context.say({
          warning: true,
          text: `${nameIn(kind, state)} could not be refreshed at. ${found.error.message}`,
        });
        return { id, outputs: pick(state, outputNames), drifted: {} };
      }
      const account = await ready(found);
      refuseForeign(state, account);
      if (isOthers) return readUnmanaged(kind, account, id, state);
      const desired = declaredIn(state);
      const journal = await journalOf(kind, id, [state], account.fingerprint, desired, context);
      owners.note(account.fingerprint, id, ledgerOf(state));
      const before = await journal.recall(ledgerOf(state), false);
      sayTakenOver(context.say, before);
      const refreshed = await refreshLedger(before.ledger, idsOf(before.ledger), {
        vendor: account.connect(state),
        desired,
        now,
        say: context.say,
      });
      if (refreshed.failure !== undefined) throw refreshed.failure;
      const ledger = refreshed.ledger;
      noteReview(account.fingerprint, ledger);
      await journal.settle(before, ledger);
      // Something that was never filed cannot have gone.
      if (entriesOf(ledger).length === 0 && statusOf(before.ledger, desired, kind.rules) !== "queued") return null;
      for (const line of ongoingWarnings(ledger, desired, kind.rules)) context.say(line);
      return {
        id: isMadeUp(id) ? idOf(ledger, id) : id,
        outputs: outputsOf(kind, ledger, desired, account.fingerprint),
        drifted: driftedInputs(kind, ledger),
      };
    },

    update: async (context, id, olds, news) => {
      const account = await ready(kind.accountOf(context.settings));
      const state = ledgerOf(olds);
      const desired = desiredOf(kind, news, { foreign: isForeign(olds, account), adopts: adopts(olds, news) });
      const journal = await journalOf(kind, id, [news, olds], account.fingerprint, desired, context);
      const { ledger, ...made } = await reconciled(context, { account, id, state, desired, inputs: news, journal });
      owners.note(account.fingerprint, id, ledger);
      return { id, ...made };
    },

    delete: async (context, id, state) => {
      const account = await ready(kind.accountOf(context.settings));
      refuseForeign(state, account);
      const desired = declaredIn(state);
      // Nothing comes after this that would find what it leaves behind.
      const journal = await (
        await journalOf(kind, id, [state], account.fingerprint, desired, context)
      ).underEveryName();
      const recalled = await journal.recall(ledgerOf(state), false);
      const vendor = account.connect(state);
      // Which of them serves and which is superseded, and so kept where that is declared, only the vendor can tell.
      const { ledger, failure } = await refreshLedger(recalled.ledger, idsOf(recalled.ledger), {
        vendor,
        desired,
        now,
        say: context.say,
      });
      if (failure !== undefined) throw failure;
      await dismantle(ledger, desired.superseded === "keep", vendor, context.say);
      // By the state, as they were recalled: of what has since been filed again or is gone, too.
      await journal.closeAll(ledgerOf(state));
    },
  };
}

/** What a create or an update goes on from. */
interface Departure {
  readonly account: Account;
  /** Pulumi's id; null in a create. */
  readonly id: string | null;
  readonly state: Ledger;
  readonly desired: Desired;
  readonly inputs: Values;
  readonly journal: Journal;
}

interface Reconciled extends Omit<Made, "id"> {
  readonly ledger: Ledger;
}

/** The hashes of all documents that are declared. */
function documentsIn(inputs: Value): readonly string[] {
  if (typeof inputs !== "object" || inputs === null) return [];
  if ("sha256" in inputs) return typeof inputs.sha256 === "string" ? [inputs.sha256] : [];
  return Object.values(inputs).flatMap(documentsIn);
}

function ledgerOf(state: Values): Ledger {
  return state["__ledger"] === undefined ? EMPTY_LEDGER : parseLedger(state["__ledger"]);
}

/** A document that the vendor now holds is a change there, though nothing was filed. */
function withFiles(outcome: Outcome, files: HeldFiles | undefined): Outcome {
  if (files === undefined || isDeepStrictEqual(files, outcome.ledger.files ?? {})) return outcome;
  return { ...outcome, ledger: { ...outcome.ledger, files }, effect: true };
}

/** The account with which the state was written. */
function recordedIn(state: Values): string | null {
  const recorded = state["accountFingerprint"];
  return typeof recorded === "string" ? recorded : null;
}

/** Nobody can tell while no account is named; the call that needs one will ask for it. */
function isForeign(state: Values, account: Account | Unidentified | Unavailable): boolean {
  const recorded = recordedIn(state);
  return recorded !== null && account.fingerprint !== null && recorded !== account.fingerprint;
}

/** A preview needs no credentials and ends well, but what it shows could not be done. */
function sayUnavailable({ say }: Context, account: Account | Unidentified | Unavailable): void {
  if (account.kind === "unavailable")
    say({ warning: true, text: `An update will fail as things are: ${account.error.message}` });
}

function sayAdoption({ say }: Context, kind: SignatureKind, inputs: Values): void {
  say({
    warning: false,
    text: `${kind.rules.vendor}: ${String(inputs["adoptId"])} is to be taken over for ${nameIn(kind, inputs)}. Nothing is filed where its text agrees.`,
  });
}

/** An `adoptId` is acted on when it is new: a program may name it for ever. */
function adopts(olds: Values, news: Values): boolean {
  return String(olds["adoptId"] ?? "") !== String(news["adoptId"] ?? "");
}

const MADE_UP = "queued-";

function isMadeUp(id: string): boolean {
  return id.startsWith(MADE_UP);
}

/** The vendor's id of the first submission, or one that is made up while there is none. */
function idOf(ledger: Ledger, otherwise = `${MADE_UP}${randomUUID()}`): string {
  const first = [...ledger.superseded, ledger.serving, ledger.candidate].find(
    (entry) => entry !== null && isFiled(entry),
  );
  return first ? String(first.id) : otherwise;
}

/** The text as the vendor has it, where somebody changed it there: the engine then shows it as a difference. */
function driftedInputs(kind: SignatureKind, ledger: Ledger): { [input: string]: Value } {
  const entry = ledger.candidate ?? ledger.serving;
  const filed = entry?.digests[kind.rules.textField];
  if (!entry || filed === undefined || filed === digestOf(entry.text)) return {};
  return { [kind.rules.textField]: entry.text };
}

function nameIn(kind: SignatureKind, state: Values): string {
  const text = state[kind.rules.textField];
  return typeof text === "string" ? `【${text}】` : "The signature";
}

function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
