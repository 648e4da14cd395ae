// @ts-check
import { attempt } from "./alert.js";
import { call } from "./api.js";
import { button, find, setText } from "./dom.js";
import { moment, span } from "./times.js";
import { word } from "./words.js";

const steps = ["3m", "1h", "12h", "24h"];

/** @type {HTMLTimeElement} */
const time = find("#now");
/** Milliseconds that the emulator's clock is ahead of this machine's. */
/** @type {number | undefined} */
let ahead;

export async function loadClock() {
  const { now } = await call("GET", "clock");
  ahead = Date.parse(now) - Date.now();
  showClock();
}

export function showClock() {
  if (ahead === undefined) return;
  const now = new Date(Date.now() + ahead).toISOString();
  time.dateTime = now;
  setText(time, moment(now));
  const lead = span(ahead);
  setText(find("#ahead"), lead === "" ? "" : word("ahead", lead));
}

find("#advance").append(
  ...steps.map((step) =>
    button(`+${step}`, "", () =>
      attempt(async () => {
        await call("POST", "clock", { advance: step });
        await loadClock();
      }),
    ),
  ),
);
setInterval(showClock, 1000);
