// @ts-check
import { pathOf } from "./api.js";
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
 * A signature as the reviewer sees it.
 * @param {Signature} first
 * @param {Reviewer} reviewer
 * @returns {import("./dom.js").Row<Signature>}
 */
export function card(first, reviewer) {
  let signature = first;
  const words = vendorWords(first.vendor);
  const heading = element("h3", { tabIndex: -1 });
  const status = element("span", { class: "status" });
  const isDefault = element("span", { class: "mark" }, word("isDefault"));
  const inUse = element("span", { class: "mark" }, word("inUse"));
  const verdict = element("p", { class: "verdict" });
  const facts = element("p", { class: "facts" });
  const fields = keyedList(
    element("dl"),
    ([name]) => name,
    () => field(words),
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
  const approve = button(word("approve"), "good", () => reviewer.approve(signature));
  const reject = button(word("rejectWith"), "bad", () => reviewer.reject(signature, () => heading.focus()));
  const makeDefault = button(word("makeDefault"), "", () => reviewer.makeDefault(signature));
  const lapse = button(word("lapse"), "", async () => lapsed !== undefined && reviewer.lapse(signature, lapsed));
  const actions = element("div", { class: "buttons", role: "group" }, approve, reject, makeDefault, lapse);

  const node = element(
    "li",
    { class: "card" },
    element("div", { class: "head" }, heading, status, isDefault, inUse),
    facts,
    verdict,
    element(
      "div",
      { class: "body" },
      element("div", { class: "papers" }, documents.parent, noDocuments),
      element("div", { class: "sent" }, fields.parent),
      element("div", { class: "past" }, element("h4", {}, word("history")), history.parent),
    ),
    actions,
  );

  return {
    node,
    update(next) {
      signature = next;
      const { text, vendor, id, vendorStatus, fields: sent, images } = signature;
      const before = document.activeElement;
      const had = node.contains(before);

      node.dataset["status"] = signature.status;
      node.dataset["signature"] = pathOf(signature);
      setText(heading, `【${text}】`);
      setText(status, word(signature.status));
      isDefault.hidden = !signature.isDefault;
      inUse.hidden = !signature.inUse;
      setText(facts, factsOf(signature, words));
      const said = verdictOf(signature);
      verdict.hidden = said === "";
      setText(verdict, said);
      fields.show(Object.entries(sent));
      documents.show(images);
      documents.parent.hidden = images.length === 0;
      noDocuments.hidden = images.length > 0;
      history.show(signature.history.map((entry, index) => ({ ...entry, index })));

      actions.setAttribute(
        "aria-label",
        `${word("actions")}: 【${text}】 ${say(vendorWords(vendor).name)} ${id} (${vendorStatus})`,
      );
      approve.hidden = reject.hidden = signature.status !== "pending";
      makeDefault.hidden = !words.hasDefault || signature.isDefault || signature.status !== "approved";
      lapse.hidden = lapsed === undefined || signature.status !== "approved";
      actions.hidden = [approve, reject, makeDefault, lapse].every(({ hidden }) => hidden);
      // The button that was used has gone: who uses the keyboard stays with the signature.
      if (had && before instanceof HTMLElement && before.closest("[hidden]")) heading.focus();
    },
  };
}

/** @type {(signature: Signature, words: VendorWords) => string} */
function factsOf({ vendor, id, account, fields, history }, words) {
  const type = fields[words.type ?? ""];
  const who = fields[words.who ?? ""];
  const filed = history.findLast(({ event }) => event === "submitted" || event === "resubmitted");
  const parts = [
    say(vendorWords(vendor).name),
    String(id),
    type === undefined ? "" : valueOf(words, words.type ?? "", type),
    who ?? "",
    filed ? moment(filed.at) : "",
    account,
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** @type {(signature: Signature) => string} */
function verdictOf({ status, vendorStatus, history }) {
  if (status === "unknown" || status === "inactive") return word("vendorSays", vendorStatus);
  if (status !== "rejected") return "";
  const reason = history.findLast(({ event }) => event === "rejected")?.reason;
  return reason ? word("rejectedBecause", reason) : word("noReason");
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

/** @param {VendorWords} words */
function field(words) {
  const name = element("dt");
  const value = element("dd");
  return {
    node: element("div", {}, name, value),
    /** @param {[string, string]} entry */
    update([field, text]) {
      setText(name, labelOf(words, field));
      name.title = field;
      setText(value, valueOf(words, field, text));
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
