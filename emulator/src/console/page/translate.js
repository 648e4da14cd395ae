// @ts-check
import { currentLanguage, word } from "./words.js";

/** Puts the words into everything that names one. */
export function translate() {
  document.documentElement.lang = currentLanguage() === "zh" ? "zh-CN" : "en";
  for (const node of document.querySelectorAll("[data-word]"))
    node.textContent = word(node.getAttribute("data-word") ?? "");
  for (const node of document.querySelectorAll("[data-word-label]")) {
    node.setAttribute("aria-label", word(node.getAttribute("data-word-label") ?? ""));
  }
}
