// @ts-check
import { pathOf } from "./api.js";
import { copyableId } from "./copy.js";
import { button, element, keyedList, setText } from "./dom.js";
import { showDocument } from "./documentDialog.js";
import { moment } from "./times.js";
import { vendorWords } from "./vendors.js";
import { say, word, wordOr } from "./words.js";

/** @typedef {import("../../signatures/signature").SignatureView} Signature */
/** @typedef {Signature["history"][number] & { index: number }} PlacedEntry */
/** @typedef {import("./vendors.js").VendorWords} VendorWords */

/**
 * What a reviewer can do.
 * @typedef {object} Reviewer
 * @property {(signature: Signature) => Promise<unknown>} approve
 * @property {(signature: Signature, focus: () => void) => Promise<unknown>} reject `focus` brings the focus to the signature
 * @property {(signature: Signature) => Promise<unknown>} makeDefault
 * @property {(signature: Signature, vendorStatus: number | string) => Promise<unknown>} lapse
 */

/**
 * The cards that a person opened or closed, by the signature's path: with the status at that time, as a decision closes
 * a card anew.
 * @type {Map<string, { status: string, open: boolean }>}
 */
const toggled = new Map();

/**
 * A signature as the reviewer sees it: open while it is under review, a row afterwards.
 * @param {Signature} first
 * @param {Reviewer} reviewer
 * @returns {import("./dom.js").Row<Signature>}
 */
export function card(first, reviewer) {
  let signature = first;
  const words = vendorWords(first.vendor);
  const bodyId = `body of ${pathOf(first)}`.replaceAll(/[^\w-]/g, "-");
  const toggle = button("", "toggle", async () => {
    toggled.set(pathOf(signature), { status: signature.status, open: !isOpen(signature) });
    showOpen();
  });
  toggle.setAttribute("aria-controls", bodyId);
  const status = element("span", { class: "status" });
  const isDefault = element("span", { class: "mark" }, word("isDefault"));
  const inUse = element("span", { class: "mark" }, word("inUse"));
  const verdict = element("p", { class: "verdict" });
  const id = copyableId();
  const decided = element("time", { class: "decided" });
  const fields = keyedList(
    element("dl"),
    ([name]) => name,
    () => fieldRow(words),
  );
  const documents = keyedList(
    element("ul", { class: "documents", "aria-label": word("documents") }),
    ({ field: name }) => name,
    () => documentRow(() => signature, words),
  );
  const noDocuments = element("p", { class: "quiet" }, word("noDocuments"));
  const history = keyedList(
    element("ol", { class: "history" }),
    (/** @type {PlacedEntry} */ { index }) => String(index),
    historyRow,
  );

  const { lapsed } = words;
  const reject = button(word("rejectWith"), "bad", () => reviewer.reject(signature, () => toggle.focus()));
  const approve = button(word("approve"), "good", () => reviewer.approve(signature));
  const makeDefault = button(word("makeDefault"), "", () => reviewer.makeDefault(signature));
  const lapse = button(word("lapse"), "", async () => lapsed !== undefined && reviewer.lapse(signature, lapsed));
  const actions = element("div", { class: "buttons", role: "group" }, reject, approve, makeDefault, lapse);
  const body = element(
    "div",
    { class: "body", id: bodyId },
    element("div", { class: "papers" }, documents.parent, noDocuments),
    fields.parent,
    element("div", { class: "past" }, element("h4", {}, word("history")), history.parent),
  );

  const node = element(
    "li",
    { class: "card" },
    element(
      "div",
      { class: "head" },
      element("h3", {}, toggle),
      element("div", { class: "marks" }, status, isDefault, inUse),
      verdict,
      element("div", { class: "facts" }, element("span", {}, say(words.name)), id.node),
      element("div", { class: "end" }, decided, actions),
    ),
    body,
  );

  function showOpen() {
    const open = isOpen(signature);
    toggle.setAttribute("aria-expanded", String(open));
    node.classList.toggle("open", open);
    body.hidden = !open;
    decided.hidden = open;
    actions.hidden = !open || [reject, approve, makeDefault, lapse].every(({ hidden }) => hidden);
  }

  return {
    node,
    update(next) {
      signature = next;
      const { text, images } = signature;
      const before = document.activeElement;
      const had = node.contains(before);

      node.dataset["status"] = signature.status;
      node.dataset["signature"] = pathOf(signature);
      setText(toggle, `【${text}】`);
      setText(status, word(signature.status));
      isDefault.hidden = !signature.isDefault;
      inUse.hidden = !signature.inUse;
      setText(verdict, verdictOf(signature));
      id.show(String(signature.id));
      const last = signature.history.at(-1)?.at ?? "";
      decided.dateTime = last;
      setText(decided, last === "" ? "" : moment(last));
      fields.show(fieldsOf(signature, words));
      documents.show(images);
      documents.parent.hidden = images.length === 0;
      noDocuments.hidden = images.length > 0;
      history.show(historyOf(signature));

      actions.setAttribute("aria-label", `${word("actions")}: 【${text}】 ${say(words.name)} ${signature.id}`);
      approve.hidden = reject.hidden = signature.status !== "pending";
      makeDefault.hidden = !words.hasDefault || signature.isDefault || signature.status !== "approved";
      lapse.hidden = lapsed === undefined || signature.status !== "approved";
      showOpen();
      // The button that was used has gone: who uses the keyboard stays with the signature.
      if (had && before instanceof HTMLElement && before.closest("[hidden]")) toggle.focus();
    },
  };
}

/** @param {Signature} signature */
function isOpen(signature) {
  const chosen = toggled.get(pathOf(signature));
  return chosen?.status === signature.status ? chosen.open : signature.status === "pending";
}

/**
 * What was filed beside the text and the documents, which are shown as such, and the account.
 * @type {(signature: Signature, words: VendorWords) => [name: string, value: string][]}
 */
function fieldsOf({ text, account, fields, images }, words) {
  const told = Object.entries(fields).filter(
    ([name, value]) => !(name === words.text && value === text) && !images.some(({ field }) => field === name),
  );
  return [...told, ["account", account]];
}

/** @type {(signature: Signature) => string} */
function verdictOf({ status, vendorStatus, history }) {
  if (status === "unknown" || status === "inactive") return word("vendorSays", vendorStatus);
  if (status !== "rejected") return "";
  return history.findLast(({ event }) => event === "rejected")?.reason || word("noReason");
}

/**
 * The history; the reason of the last rejection stands above while the signature is rejected.
 * @type {(signature: Signature) => PlacedEntry[]}
 */
function historyOf({ status, history }) {
  const told = status === "rejected" ? history.findLastIndex(({ event }) => event === "rejected") : -1;
  return history.map(({ reason = "", ...entry }, index) => ({ ...entry, index, reason: index === told ? "" : reason }));
}

/** @type {(words: VendorWords, field: string, value: string) => string} */
function valueOf(words, field, value) {
  const values = Object.hasOwn(words.values, field) ? words.values[field] : undefined;
  const pair = values && Object.hasOwn(values, value) ? values[value] : undefined;
  return pair ? say(pair) : value;
}

/** @type {(words: VendorWords, name: string) => string} */
function labelOf(words, name) {
  const pair = Object.hasOwn(words.fields, name) ? words.fields[name] : undefined;
  return pair ? say(pair) : name;
}

/** An id that a machine made: nobody reads it, so it is shortened. */
const machineId = /^[\da-f-]{20,}$/;
/** A number that a person compares with a document. */
const number = /^[\dA-Z-]*\d[\dA-Z-]*$/;

/** @param {VendorWords} words */
function fieldRow(words) {
  const name = element("dt");
  const value = element("dd");
  const id = copyableId();
  return {
    node: element("div", {}, name, value),
    /** @param {[string, string]} entry */
    update([field, text]) {
      setText(name, labelOf(words, field));
      name.title = field;
      const shown = valueOf(words, field, text);
      value.classList.toggle("digits", number.test(shown));
      if (machineId.test(shown)) {
        id.show(shown);
        value.replaceChildren(id.node);
      } else setText(value, shown);
    },
  };
}

/**
 * @param {() => Signature} signature
 * @param {VendorWords} words
 */
function documentRow(signature, words) {
  const picture = element("img", { loading: "lazy", decoding: "async", alt: "" });
  // Instead of a browser's sign of a picture that is broken.
  picture.addEventListener("error", () => picture.classList.add("none"));
  picture.addEventListener("load", () => picture.classList.remove("none"));
  const caption = element("span");
  /** @type {Signature["images"][number]} */
  let shown = { field: "", fileName: "", bytes: 0, sha256: "" };
  const open = button("", "thumbnail", async () => showDocument(picture.src, labelOf(words, shown.field), shown));
  open.append(picture, caption);
  return {
    node: element("li", {}, open),
    /** @param {Signature["images"][number]} document */
    update(document) {
      shown = document;
      const label = labelOf(words, document.field);
      const { vendor, id } = signature();
      const path = [vendor, String(id), document.field].map(encodeURIComponent).join("/");
      // The hash makes another picture another address.
      const source = `/_emulator/documents/${path}?sha256=${document.sha256}`;
      if (picture.getAttribute("src") !== source) picture.setAttribute("src", source);
      setText(caption, label);
    },
  };
}

function historyRow() {
  const what = element("span");
  const when = element("time");
  const reason = element("q");
  return {
    node: element("li", {}, what, " ", when, " ", reason),
    /** @param {Signature["history"][number]} entry */
    update({ at, event, reason: said = "" }) {
      setText(what, wordOr(`event ${event}`, event));
      when.dateTime = at;
      setText(when, moment(at));
      reason.hidden = said === "";
      setText(reason, said);
    },
  };
}
