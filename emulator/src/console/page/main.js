// @ts-check
import { calm, complain } from "./alert.js";
import { CallError } from "./api.js";
import { loadCallbacks, showCallbacks } from "./callbacks.js";
import { loadClock, showClock } from "./clock.js";
import { find, setText } from "./dom.js";
import { loadEnvironment, showEnvironment } from "./environment.js";
import { loadFaults, showFaultsAnew } from "./faults.js";
import { loadRequests, showRequests } from "./requests.js";
import { loadSignatures, showAnew } from "./signatures.js";
import { translate } from "./translate.js";
import { currentLanguage, speak, word } from "./words.js";

/**
 * One load at a time; what changes during one is seen by a second one after it.
 * @param {() => Promise<void>} load
 */
function loader(load) {
  /** @type {Promise<void> | undefined} */
  let running;
  let again = false;
  return async () => {
    again = true;
    running ??= (async () => {
      while (again) {
        again = false;
        await load().catch((error) => {
          // A lost connection is told once, by the stream of events.
          if (!(error instanceof CallError) || error.message !== "noAnswer") complain(error);
        });
      }
      running = undefined;
    })();
    await running;
  };
}

/** @type {Record<string, () => Promise<void>>} */
const loaders = {
  signatures: loader(loadSignatures),
  requests: loader(loadRequests),
  faults: loader(loadFaults),
  clock: loader(loadClock),
  callbacks: loader(loadCallbacks),
  environment: loader(loadEnvironment),
};

const connection = find("#connection");

/** @param {"live" | "lost" | "connecting"} state */
function showConnection(state) {
  connection.dataset["state"] = state;
  setText(find("span", connection), word(state));
}

/** @type {EventSource | undefined} */
let events;
let lost = false;

function connect() {
  events?.close();
  events = new EventSource("/_emulator/events");
  events.addEventListener("open", () => {
    if (lost) calm();
    lost = false;
    showConnection("live");
    // Another emulator can have taken the place of the one before.
    void loaders["environment"]?.();
  });
  events.addEventListener("error", () => {
    if (!lost) complain(new CallError("noAnswer", "noAnswerFix"));
    lost = true;
    showConnection("lost");
    // A browser itself tries again only where nobody answers, not where somebody else does.
    if (events?.readyState === EventSource.CLOSED) setTimeout(() => document.hidden || connect(), 1000);
  });
  // The first event after each connection names everything, so nothing that happened meanwhile is missed.
  events.addEventListener("message", ({ data }) => {
    for (const topic of JSON.parse(data)) void loaders[topic]?.();
  });
}

// A browser keeps few connections to one address, and a tab that nobody looks at must not hold one.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) events?.close();
  else connect();
});

/** @type {HTMLSelectElement} */
const chooser = find("#language");
const remembered = localStorage.getItem("language") ?? navigator.language;

/** @param {string} name */
function choose(name) {
  speak(name.startsWith("zh") ? "zh" : "en");
  chooser.value = currentLanguage();
  translate();
  showConnection(/** @type {"live"} */ (connection.dataset["state"]));
}

chooser.addEventListener("change", () => {
  localStorage.setItem("language", chooser.value);
  choose(chooser.value);
  showAnew();
  showFaultsAnew();
  showRequests();
  showCallbacks();
  showEnvironment();
  showClock();
});

connection.dataset["state"] = "connecting";
choose(remembered);
showFaultsAnew();
// Opened behind another tab it waits to be looked at.
if (!document.hidden) connect();
