import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { messageOf } from "../errors/messageOf";
import { RefusalError } from "../errors/RefusalError";
import type { Journal } from "../journal/Journal";
import { digestOf } from "../lifecycle/digest";
import { dismantle } from "../lifecycle/dismantle";
import { foresee } from "../lifecycle/foresee";
import { EMPTY_LEDGER, entriesOf, idsOf, isFiled, newestOf, parseLedger } from "../lifecycle/ledger";
import type { Ledger } from "../lifecycle/ledger";
import { look } from "../lifecycle/look";
import { isFiling, reconcile } from "../lifecycle/reconcile";
import type { Outcome } from "../lifecycle/reconcile";
import { statusOf } from "../lifecycle/status";
import type { HeldFiles, SignatureId } from "../lifecycle/vendor";
import { awaited, foreseen, foreseenAtFirst, itsTurn, refusal, standing, wantedName } from "../lifecycle/words";
import type { Wanted } from "../lifecycle/wanted";
import type { Context, Made, Resource } from "../resource";
import { hasUnknown } from "../values";
import type { Value, Values } from "../values";
import { Claims } from "./claims";
import { inputsDiffer } from "./differs";
import { readForeign } from "./foreignSignature";
import { journalOf, sayTakenOver } from "./journals";
import { ready } from "./kind";
import type { Account, SignatureKind, Unavailable, Unidentified } from "./kind";
import { COMMON_OUTPUTS, outputsOf } from "./outputs";
import { noteReview, reviewsBefore } from "./reviews";
import { wantedOf } from "./wantedOf";

/** A vendor's signature as a resource: the engine's calls in terms of the lifecycle's. */
export function signatureResource(kind: SignatureKind, now: () => string = () => new Date().toISOString()): Resource {
  const outputNames = [...COMMON_OUTPUTS, ...kind.detailOutputs];
  const claims = new Claims();

  /** Goes on from a state, and from what the journal knows beyond it, to what is wanted. */
  async function reconciled(
    context: Context,
    { account, id, state, wanted, inputs, journal }: Departure,
  ): Promise<Reconciled> {
    const isOthers = async (each: SignatureId) =>
      claims.isAnothers(account.fingerprint, id, each) || journal.isOthers(each);
    const uploaded = wanted.foreign ? {} : await journal.uploads.recall(documentsIn(inputs));
    const files = { ...uploaded, ...state.files };
    const vendor = account.connect(inputs, files, (sha256, document) => journal.uploads.note(sha256, document));
    const recalled = wanted.foreign ? { ledger: state, takenOver: [], open: [] } : await journal.recall(state, true);
    sayTakenOver(context.say, recalled);
    const result = await reconcile(
      recalled.ledger,
      { vendor, wanted, now, say: context.say, journal, isOthers },
      state,
    );
    const outcome = withFiles(result, vendor.files?.());
    // Nothing was changed at the vendor, so nothing needs to be saved: a plain error leaves the state as it was.
    if (outcome.failure !== undefined && !outcome.effect && recalled.takenOver.length === 0) throw outcome.failure;
    await journal.settle(recalled, outcome.ledger);
    for (const line of standing(outcome.ledger, wanted, kind.rules)) context.say(line);
    return {
      ledger: outcome.ledger,
      outputs: outputsOf(kind, outcome.ledger, wanted, account.fingerprint),
      ...(outcome.failure === undefined ? {} : { failure: outcome.failure }),
    };
  }

  /** Where one review at a time is taken, a queued one says whose it waits for. */
  function turnOf(account: string | null, wanted: Wanted): string {
    if (account === null || kind.rules.reviewsAtOnce === "many") return "";
    return itsTurn(reviewsBefore(account, wantedName(wanted)), kind.rules);
  }

  function refuseForeign(state: Values, account: Account): void {
    if (!isForeign(state, account)) return;
    const wanted = wantedOf(kind, state, { foreign: true, adopts: false });
    throw new RefusalError("foreign", refusal("foreign", newestOf(ledgerOf(state)), wanted, kind.rules));
  }

  /** Tells what a create will do, of which a preview calls check alone. */
  async function foreseesCreate(context: Context, inputs: Values): Promise<void> {
    const account = kind.accountOf(context.settings);
    sayUnavailable(context, account);
    if (hasUnknown(inputs["adoptId"])) return;
    const wanted = wantedOf(kind, inputs, { foreign: false, adopts: true });
    if (wanted.adoptId !== null) return sayAdoption(context, kind, inputs);
    const journal = await journalOf(kind, null, [inputs], account.fingerprint, wanted, context);
    const recalled = await journal.recall(EMPTY_LEDGER, true);
    sayTakenOver(context.say, recalled);
    const line = foreseenAtFirst(
      foresee(recalled.ledger, wanted, kind.rules, now()),
      recalled.ledger,
      wanted,
      kind.rules,
    );
    if (line !== null) context.say(line);
  }

  /** Tells what an update will do, as the state has it, and whether there will be one: where inputs differ there is. */
  async function foreseesSteps(
    context: Context,
    id: string,
    olds: Values,
    news: Values,
    differs: boolean,
  ): Promise<boolean> {
    const account = kind.accountOf(context.settings);
    const state = ledgerOf(olds);
    claims.note(recordedIn(olds), id, state);
    const wanted = wantedOf(kind, news, { foreign: isForeign(olds, account), adopts: adopts(olds, news) });
    const journal = await journalOf(kind, id, [news, olds], account.fingerprint, wanted, context);
    const { ledger, takenOver } = await journal.recall(state, true);
    const steps = foresee(ledger, wanted, kind.rules, now());
    const line = foreseen(steps, ledger, wanted, kind.rules);
    const reviewed = account.fingerprint === null ? null : noteReview(account.fingerprint, ledger);
    if (reviewed !== null) context.say(awaited(reviewed.name, reviewed.waiting));
    const turn = steps.some(isFiling) && olds["status"] === "queued" ? turnOf(account.fingerprint, wanted) : "";
    if (line !== null) context.say({ ...line, text: line.text + turn });
    for (const each of standing(ledger, wanted, kind.rules)) context.say(each);
    const updates = differs || steps.length > 0 || takenOver.length > 0;
    if (updates) sayUnavailable(context, account);
    return updates;
  }

  /** What the state declares, as it was last accepted. */
  const declaredIn = (state: Values) => wantedOf(kind, state, { foreign: false, adopts: false });

  return {
    settings: kind.settings,
    outputs: outputNames,

    check: async (context, olds, news) => {
      const checked = await kind.check(context, olds, news);
      if (olds === null && checked.faults.length === 0)
        await foreseesCreate(context, { ...news, ...checked.normalised });
      return checked;
    },

    diff: async (context, id, olds, news) => {
      const differs = inputsDiffer(olds, news, outputNames);
      try {
        // Against what drifted the engine compares itself: a refresh has put it among the state's inputs. Where it then
        // sees no difference, only the word that there are steps brings an update about.
        const seen = differs && inputsDiffer({ ...olds, ...driftedInputs(kind, ledgerOf(olds)) }, news, outputNames);
        return { inputs: seen, steps: await foreseesSteps(context, id, olds, news, differs) };
      } catch (error) {
        // A preview shows what it cannot foresee as a difference; the update is what fails.
        context.say({ warning: true, text: `${nameIn(kind, news)}: ${messageOf(error)}` });
        return { inputs: differs, steps: true };
      }
    },

    create: async (context, inputs) => {
      const account = await ready(kind.accountOf(context.settings));
      const wanted = wantedOf(kind, inputs, { foreign: false, adopts: true });
      const journal = await journalOf(kind, null, [inputs], account.fingerprint, wanted, context);
      const { ledger, ...made } = await reconciled(context, {
        account,
        id: null,
        state: EMPTY_LEDGER,
        wanted,
        inputs,
        journal,
      });
      const id = idOf(ledger);
      claims.note(account.fingerprint, id, ledger);
      return { id, ...made };
    },

    read: async (context, id, state) => {
      const found = kind.accountOf(context.settings);
      const isOthers = state["__ledger"] === undefined;
      if (found.kind === "unavailable" && !isOthers) {
        context.say({ warning: true, text: `${nameIn(kind, state)} could not be looked at. ${found.error.message}` });
        return { id, outputs: pick(state, outputNames), drifted: {} };
      }
      const account = await ready(found);
      refuseForeign(state, account);
      if (isOthers) return readForeign(kind, account, id, state);
      const wanted = declaredIn(state);
      const journal = await journalOf(kind, id, [state], account.fingerprint, wanted, context);
      claims.note(account.fingerprint, id, ledgerOf(state));
      const before = await journal.recall(ledgerOf(state), false);
      sayTakenOver(context.say, before);
      const looked = await look(before.ledger, idsOf(before.ledger), {
        vendor: account.connect(state),
        wanted,
        now,
        say: context.say,
      });
      if (looked.failure !== undefined) throw looked.failure;
      const ledger = looked.ledger;
      noteReview(account.fingerprint, ledger);
      await journal.settle(before, ledger);
      // Something that was never filed cannot have gone.
      if (entriesOf(ledger).length === 0 && statusOf(before.ledger, wanted, kind.rules) !== "queued") return null;
      for (const line of standing(ledger, wanted, kind.rules)) context.say(line);
      return {
        id: isMadeUp(id) ? idOf(ledger, id) : id,
        outputs: outputsOf(kind, ledger, wanted, account.fingerprint),
        drifted: driftedInputs(kind, ledger),
      };
    },

    update: async (context, id, olds, news) => {
      const account = await ready(kind.accountOf(context.settings));
      const state = ledgerOf(olds);
      const wanted = wantedOf(kind, news, { foreign: isForeign(olds, account), adopts: adopts(olds, news) });
      const journal = await journalOf(kind, id, [news, olds], account.fingerprint, wanted, context);
      const { ledger, ...made } = await reconciled(context, { account, id, state, wanted, inputs: news, journal });
      claims.note(account.fingerprint, id, ledger);
      return { id, ...made };
    },

    delete: async (context, id, state) => {
      const account = await ready(kind.accountOf(context.settings));
      refuseForeign(state, account);
      const wanted = declaredIn(state);
      // Nothing comes after this that would find what it leaves behind.
      const journal = await (await journalOf(kind, id, [state], account.fingerprint, wanted, context)).underEveryName();
      const recalled = await journal.recall(ledgerOf(state), false);
      const vendor = account.connect(state);
      // Which of them serves and which is superseded, and so kept where that is declared, only the vendor can tell.
      const { ledger, failure } = await look(recalled.ledger, idsOf(recalled.ledger), {
        vendor,
        wanted,
        now,
        say: context.say,
      });
      if (failure !== undefined) throw failure;
      await dismantle(ledger, wanted.superseded === "keep", vendor, context.say);
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
  readonly wanted: Wanted;
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
