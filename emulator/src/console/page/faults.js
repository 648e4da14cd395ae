// @ts-check
import { attempt } from "./alert.js";
import { call } from "./api.js";
import { button, element, find, keyedList, setText } from "./dom.js";
import { word } from "./words.js";

/** @typedef {import("../../faults/fault").Fault} Fault */

/** Each kind, and what can be said of it beside which calls it meets. */
const kinds = {
  "cut-after": [],
  "cut-before": [],
  status: ["code", "status", "taken"],
  html: ["status", "taken"],
  hold: ["taken"],
  delay: ["milliseconds", "taken"],
  drip: ["milliseconds"],
  malformed: ["taken"],
  oversized: ["taken"],
};
const methods = ["POST", "GET", "PUT", "DELETE"];

const form = find("#fault");
const list = find("#faults");

/** @type {Fault[]} */
let faults = [];

const rows = keyedList(
  list,
  ({ index }) => String(index),
  (/** @type {{ fault: Fault, index: number }} */ { index }) => {
    const what = element("strong");
    const where = element("span");
    const off = button(word("switchOff"), "small", () => put(faults.filter((_, place) => place !== index)));
    return {
      node: element("li", {}, element("span", {}, what, where), off),
      /** @param {{ fault: Fault }} item */
      update({ fault }) {
        const [kind, ...details] = describe(fault);
        setText(what, kind);
        setText(where, details.join(" · "));
        off.setAttribute("aria-label", word("switchOffWhich", [kind, ...details].join(" · ")));
      },
    };
  },
);

export async function loadFaults() {
  faults = await call("GET", "faults");
  showFaults();
}

function showFaults() {
  const had = list.contains(document.activeElement);
  rows.show(faults.map((fault, index) => ({ fault, index })));
  find("#no-faults").hidden = faults.length > 0;
  if (had && !list.contains(document.activeElement)) find("#faults-heading").focus();
}

/** In the language that is spoken now. */
export function showFaultsAnew() {
  rows.clear();
  showFaults();
  makeForm();
}

/** @param {unknown[]} next */
function put(next) {
  return attempt(async () => {
    await call("PUT", "faults", next);
    await loadFaults();
  });
}

/** @type {(fault: Fault) => [kind: string, ...details: string[]]} */
function describe(fault) {
  const { kind, method, path, times, ...rest } = fault;
  const details = Object.entries(rest)
    .filter(([, value]) => value !== false)
    .map(([name, value]) => (value === true ? word(name) : `${name} ${JSON.stringify(value)}`));
  const calls = [method ?? word("any"), path ?? ""].join(" ").trim();
  const left = times === undefined ? word("everyTime") : word("timesLeft", times);
  return [word(`fault ${kind}`), calls, left, ...details];
}

function makeForm() {
  const kind = element(
    "select",
    { name: "kind" },
    ...Object.keys(kinds).map((name) => element("option", { value: name }, word(`fault ${name}`))),
  );
  const method = element(
    "select",
    { name: "method" },
    element("option", { value: "" }, word("any")),
    ...methods.map((name) => element("option", { value: name }, name)),
  );
  const path = element("input", { name: "path", placeholder: "/v1/sign", pattern: "/.*", "aria-invalid": "false" });
  const times = element("input", {
    name: "times",
    type: "number",
    min: "1",
    value: "1",
    placeholder: word("everyTime"),
  });
  const extra = {
    milliseconds: labelled(
      "milliseconds",
      element("input", { name: "ms", type: "number", min: "0", value: "1000", required: true }),
    ),
    status: labelled(
      "status",
      element("input", { name: "status", type: "number", min: "200", max: "599", placeholder: "500" }),
    ),
    code: labelled("code", element("input", { name: "code", placeholder: "50019" })),
    taken: element(
      "label",
      { class: "tick" },
      element("input", { name: "taken", type: "checkbox" }),
      element("span", {}, word("taken")),
    ),
  };
  const fit = () => {
    for (const [name, label] of Object.entries(extra)) {
      const fits = kinds[/** @type {keyof typeof kinds} */ (kind.value)].some((one) => one === name);
      label.hidden = !fits;
      // What is disabled is neither asked for nor sent.
      find("input", label).toggleAttribute("disabled", !fits);
    }
  };
  kind.addEventListener("change", fit);
  fit();
  form.replaceChildren(
    labelled("kind", kind),
    element("div", { class: "pair" }, labelled("method", method), labelled("path", path)),
    element("div", { class: "pair" }, labelled("times", times), extra.milliseconds, extra.code, extra.status),
    extra.taken,
    element("button", { type: "submit", class: "plain" }, word("switchOn")),
  );
}

/**
 * @param {string} name
 * @param {HTMLElement} control
 */
function labelled(name, control) {
  return element("label", {}, element("span", {}, word(name)), control);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const data = new FormData(/** @type {HTMLFormElement} */ (form));
  const text = (/** @type {string} */ name) => String(data.get(name) ?? "").trim();
  const numbers = ["times", "ms", "status"]
    .filter((name) => text(name) !== "")
    .map((name) => [name, Number(text(name))]);
  const code = text("code");
  const fault = {
    kind: text("kind"),
    ...Object.fromEntries(["method", "path"].filter((name) => text(name) !== "").map((name) => [name, text(name)])),
    ...Object.fromEntries(numbers),
    ...(code === "" ? {} : { code: /^\d+$/.test(code) ? Number(code) : code }),
    ...(data.has("taken") ? { taken: true } : {}),
  };
  void put([...faults, fault]);
});
