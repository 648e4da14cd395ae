// @ts-check
import { call } from "./api.js";
import { element, find } from "./dom.js";
import { moment, timeOfDay } from "./times.js";
import { vendorWords } from "./vendors.js";
import { say, word } from "./words.js";

/** @typedef {import("../../callbacks").CallbacksView & { vendor: string }} Called */
/** @typedef {import("../../callbacks").DeliveryView} Delivery */
/** @typedef {import("../../callbacks").Attempt} Attempt */

const most = 50;

/** @type {Called[]} */
let called = [];

export async function loadCallbacks() {
  called = await call("GET", "callbacks");
  showCallbacks();
}

/** The newest first. Nothing here can have the focus, so it is simply made anew. */
export function showCallbacks() {
  find("#callbacks-panel").hidden = called.length === 0;
  find("#callbacks").replaceChildren(...called.flatMap(ofVendor));
}

/** @param {Called} vendor */
function ofVendor({ vendor, url, check, deliveries }) {
  return [
    element("p", { class: "path" }, `${say(vendorWords(vendor).name)}: ${url}`),
    element("p", { class: check?.problem === undefined ? "quiet" : "problem" }, checked(check)),
    element(
      "ol",
      { class: "history" },
      ...deliveries
        .slice(-most)
        .reverse()
        .map((delivery) => row(delivery, check?.problem)),
    ),
  ];
}

/** @param {Attempt | null} check */
function checked(check) {
  if (!check) return word("unchecked");
  return check.problem === undefined ? word("checked") : word("checkFailed", check.problem);
}

/**
 * A review and what became of telling it. That the address has not passed its check is said above.
 * @param {Delivery} delivery
 * @param {string | undefined} checkProblem
 */
function row({ id, decision, state, attempts, next }, checkProblem) {
  const decided = word(decision === "approve" ? "approved" : "rejected");
  const facts = next === null ? word(`delivery ${state}`) : word("tryAgain", moment(next));
  const told = attempts.filter(({ problem }) => checkProblem === undefined || !problem?.endsWith(checkProblem));
  return element(
    "li",
    {},
    `${id} · ${decided}`,
    element("span", { class: "block digits" }, facts),
    ...told.map(({ at, status, problem }) =>
      element("span", { class: "block" }, `${timeOfDay(at)} ${problem ?? status}`),
    ),
  );
}
