// @ts-check
import { copyableId } from "./copy.js";
import { find, setText } from "./dom.js";
import { word } from "./words.js";

/** @type {HTMLDialogElement} */
const dialog = find("#document");
const heading = find("h2", dialog);
/** @type {HTMLImageElement} */
const picture = find("img", dialog);
const facts = find("p", dialog);
const hash = copyableId();
const noPicture = find("#no-picture");
/** @type {HTMLAnchorElement} */
const save = find("a", dialog);

find("button", dialog).addEventListener("click", () => dialog.close());
// Beside the document is the dialog itself, which everything in it covers.
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
dialog.addEventListener("close", () => picture.removeAttribute("src"));
// A power of attorney may be a PDF, and a scan may be damaged.
picture.addEventListener("error", () => {
  picture.hidden = true;
  noPicture.hidden = false;
});

/**
 * Shows a document in its full size; the browser brings the focus back to where it was.
 * @param {string} source
 * @param {string} label
 * @param {{ fileName: string, bytes: number, sha256: string }} document
 */
export function showDocument(source, label, { fileName, bytes, sha256 }) {
  setText(heading, label);
  picture.hidden = false;
  noPicture.hidden = true;
  picture.src = source;
  picture.alt = label;
  save.href = source;
  save.download = fileName;
  hash.show(sha256);
  facts.replaceChildren(word("fileFacts", fileName, bytes), hash.node);
  dialog.showModal();
}
