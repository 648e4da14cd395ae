// @ts-check
import { element, find, setText } from "./dom.js";
import { word } from "./words.js";

/** @type {HTMLDialogElement} */
const dialog = find("#document");
const heading = find("h2", dialog);
/** @type {HTMLImageElement} */
const picture = find("img", dialog);
const facts = find("p", dialog);

find("button", dialog).addEventListener("click", () => dialog.close());
// Beside the document is the dialog itself, which everything in it covers.
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
dialog.addEventListener("close", () => picture.removeAttribute("src"));

/**
 * Shows a document in its full size; the browser brings the focus back to where it was.
 * @param {string} source
 * @param {string} label
 * @param {{ fileName: string, bytes: number, sha256: string }} document
 */
export function showDocument(source, label, { fileName, bytes, sha256 }) {
  setText(heading, label);
  picture.src = source;
  picture.alt = label;
  facts.replaceChildren(word("fileFacts", fileName, bytes, ""), element("code", {}, sha256));
  dialog.showModal();
}
