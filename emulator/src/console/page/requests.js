// @ts-check
import { call } from "./api.js";
import { shortened } from "./copy.js";
import { element, find } from "./dom.js";
import { timeOfDay } from "./times.js";
import { word } from "./words.js";

/** @typedef {import("../../server/requests").RequestEntry} RequestEntry */

const most = 100;
const table = find("#requests");

/** @type {RequestEntry[]} */
let requests = [];

export async function loadRequests() {
  requests = await call("GET", `requests?last=${most}`);
  showRequests();
}

/** The newest first. Nothing in the rows can have the focus, so they are simply made anew. */
export function showRequests() {
  find("#no-requests").hidden = requests.length > 0;
  table.hidden = requests.length === 0;
  find("tbody", table).replaceChildren(...requests.toReversed().map(row));
}

/** @param {RequestEntry} entry */
function row({ at, method, path, status, bytes }) {
  const answer = status === null ? word("unanswered") : String(status);
  const failed = status === null || status >= 400;
  return element(
    "tr",
    {},
    element("td", {}, element("time", { dateTime: at }, timeOfDay(at))),
    element("td", { class: "path", title: path }, element("b", {}, method), " ", ...breakable(path)),
    element("td", { class: failed ? "number bad" : "number" }, answer),
    element("td", { class: "number" }, String(bytes)),
  );
}

/**
 * A path with its long ids shortened, which a line breaks only after a slash.
 * @param {string} path
 */
function breakable(path) {
  const parts = path.split("/").map(shortened);
  return parts.flatMap((part, index) => (index < parts.length - 1 ? [`${part}/`, element("wbr")] : part));
}
