// @ts-check
import { atWork, find, setText } from "./dom.js";
import { problemOf } from "./alert.js";
import { word } from "./words.js";

/** @type {HTMLDialogElement} */
const dialog = find("#reject");
/** @type {HTMLTextAreaElement} */
const reason = find("textarea", dialog);
const problem = find(".problem", dialog);
const submit = find("[type=submit]", dialog);

/** @type {(reason: string) => Promise<unknown>} */
let send = async () => undefined;
/** @type {() => void} */
let focusInstead = () => undefined;

find(".cancel", dialog).addEventListener("click", () => dialog.close());
dialog.addEventListener("close", () => {
  // The browser gives the focus back to the button that opened it, which after a rejection is hidden.
  const focused = document.activeElement;
  if (focused === document.body || dialog.contains(focused)) focusInstead();
});
find("form", dialog).addEventListener("submit", (event) => {
  event.preventDefault();
  void reject();
});
reason.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  void reject();
});

function reject() {
  return atWork(submit, async () => {
    try {
      await send(reason.value.trim());
      dialog.close();
    } catch (error) {
      setText(problem, problemOf(error));
      problem.hidden = false;
    }
  });
}

/**
 * Asks for the reason of a rejection. What fails is said in the dialog, and what was written stays.
 * @param {string} text of the signature
 * @param {(reason: string) => Promise<unknown>} rejects
 * @param {() => void} focus what comes next where the opening button is gone
 */
export function askForReason(text, rejects, focus) {
  send = rejects;
  focusInstead = focus;
  reason.value = "";
  problem.hidden = true;
  setText(find("h2", dialog), word("rejectHeading", text));
  dialog.showModal();
  reason.focus();
}
