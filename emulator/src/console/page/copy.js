// @ts-check
import { attempt } from "./alert.js";
import { button, element, find, setText } from "./dom.js";
import { word } from "./words.js";

const announcer = find("#announcer");
/** How long a button shows that it has copied, in milliseconds. */
const shown = 1500;

/**
 * A button that copies a text, and shows for a moment that it has.
 * @param {string} name what the button says
 * @param {string} style
 * @param {() => string} text
 */
export function copyButton(name, style, text) {
  const node = button(name, style, () =>
    attempt(async () => {
      await navigator.clipboard.writeText(text());
      setText(announcer, word("copied"));
      node.dataset["copied"] = word("copied");
      setTimeout(() => delete node.dataset["copied"], shown);
    }),
  );
  return node;
}

/** Longer ids are shortened. */
const longest = 14;

/** @type {(id: string) => string} */
export function shortened(id) {
  return id.length > longest ? `${id.slice(0, 4)}…${id.slice(-4)}` : id;
}

/** An id in its short form, which copies the whole. */
export function copyableId() {
  let id = "";
  const short = element("code");
  const node = copyButton("", "id", () => id);
  node.append(short);
  return {
    node,
    /** @param {string} next */
    show(next) {
      id = next;
      setText(short, shortened(id));
      node.title = id;
      node.setAttribute("aria-label", word("copyWhich", shortened(id)));
    },
  };
}
