// @ts-check
import { attempt } from "./alert.js";
import { call, pathOf } from "./api.js";
import { card } from "./card.js";
import { element, find, keyedList, setText } from "./dom.js";
import { askForReason } from "./rejectDialog.js";
import { word } from "./words.js";

/** @typedef {import("../../signatures/signature").SignatureView} Signature */

const statuses = ["pending", "approved", "rejected", "inactive", "unknown"];
/** These two are shown only where there is one. */
const rare = ["inactive", "unknown"];

const heading = find("#heading");
const list = find("#signatures");
const announcer = find("#announcer");
const filter = find("#filter");

/** @type {Signature[]} */
let signatures = [];
/** What was there at the last look, for what is said of the next one; undefined before the first. */
/** @type {Map<string, Signature> | undefined} */
let known;
let chosen = "all";

/** @type {import("./card.js").Reviewer} */
const reviewer = {
  approve: (signature) => change(() => call("POST", `${pathOf(signature)}/review`, { decision: "approve" })),
  reject: async (signature, focus) => {
    const rejects = async (/** @type {string} */ reason) => {
      await call("POST", `${pathOf(signature)}/review`, { decision: "reject", ...(reason ? { reason } : {}) });
      await loadSignatures();
    };
    askForReason(signature.text, rejects, focus);
  },
  makeDefault: (signature) => change(() => call("POST", `${pathOf(signature)}/default`)),
  lapse: (signature, vendorStatus) => change(() => call("PATCH", pathOf(signature), { vendorStatus })),
};

const cards = keyedList(list, pathOf, (/** @type {Signature} */ signature) => card(signature, reviewer));

/** @param {() => Promise<unknown>} act */
function change(act) {
  return attempt(async () => {
    await act();
    await loadSignatures();
  });
}

/** Reads the signatures anew and shows them, the newest first. */
export async function loadSignatures() {
  /** @type {Signature[]} */
  const listed = await call("GET", "signatures");
  // Each vendor's come oldest first; sorting keeps the order of what was filed in one moment.
  signatures = listed.reverse().sort((one, other) => filedAt(other).localeCompare(filedAt(one)));
  show();
  announce();
}

/** @param {Signature} signature */
function filedAt({ history }) {
  return history[0]?.at ?? "";
}

/** Shows all of it in the language that is spoken now. */
export function showAnew() {
  cards.clear();
  filter.querySelectorAll("label").forEach((label) => label.remove());
  show();
}

function show() {
  list.setAttribute("aria-busy", "false");
  find("#loading").hidden = true;
  showFilter();
  const had = list.contains(document.activeElement);
  const shown = signatures.filter(({ status }) => chosen === "all" || status === chosen);
  cards.show(shown);
  find("#empty").hidden = signatures.length > 0;
  find("#filtered").hidden = signatures.length === 0 || shown.length > 0;
  const waiting = signatures.filter(({ status }) => status === "pending").length;
  document.title = (waiting > 0 ? `(${waiting}) ` : "") + word("title");
  // What had the focus is gone or filtered out.
  if (had && !list.contains(document.activeElement)) heading.focus();
}

function showFilter() {
  const count = (/** @type {string} */ name) =>
    signatures.filter(({ status }) => name === "all" || status === name).length;
  for (const name of ["all", ...statuses]) {
    const label = filter.querySelector(`label[data-status=${name}]`) ?? filter.appendChild(choice(name));
    setText(find("b", label), String(count(name)));
    /** @type {HTMLElement} */ (label).hidden = rare.includes(name) && count(name) === 0 && chosen !== name;
  }
}

/** @param {string} name */
function choice(name) {
  const input = element("input", { type: "radio", name: "filter", value: name, checked: name === chosen });
  input.addEventListener("change", () => {
    chosen = name;
    show();
  });
  return element("label", { "data-status": name }, input, element("span", {}, word(name), " ", element("b")));
}

/** Says to who cannot see it what is new since the last look. */
function announce() {
  const now = new Map(signatures.map((signature) => [pathOf(signature), signature]));
  const before = known;
  known = now;
  if (!before) return;
  const said = signatures.flatMap((signature) => {
    const { text, status } = signature;
    const earlier = before.get(pathOf(signature));
    if (!earlier) return word("announceNew", text);
    return earlier.status === status ? [] : word("announceStatus", text, word(status));
  });
  for (const [path, { text }] of before) if (!now.has(path)) said.push(word("announceGone", text));
  if (said.length > 0) setText(announcer, said.join("; "));
}
