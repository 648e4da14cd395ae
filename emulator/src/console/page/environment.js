// @ts-check
import { call } from "./api.js";
import { copyButton } from "./copy.js";
import { element, find } from "./dom.js";
import { vendorWords } from "./vendors.js";
import { say, word } from "./words.js";

/** @type {{ vendor: string, exports: string }[]} */
let environment = [];

/** Reads how a shell's programs find this emulator. */
export async function loadEnvironment() {
  environment = await call("GET", "environment");
  showEnvironment();
}

export function showEnvironment() {
  find("#environment").replaceChildren(...environment.map(ofVendor));
}

/** @param {{ vendor: string, exports: string }} vendor */
function ofVendor({ vendor, exports }) {
  const name = say(vendorWords(vendor).name);
  const copy = copyButton(word("copy"), "small", () => exports);
  copy.setAttribute("aria-label", word("copyWhich", name));
  return element(
    "section",
    { class: "exports", "aria-label": name },
    element("div", { class: "bar" }, element("h3", {}, name), copy),
    // Lines of a shell must not look as if they were broken: who uses the keyboard can scroll them.
    element("pre", { tabIndex: 0 }, element("code", {}, exports)),
  );
}
