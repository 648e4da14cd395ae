// @ts-check

/**
 * An element; what it holds is text or elements, never markup. `class` and names with a dash are attributes, the rest
 * are properties.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class" || name.includes("-")) node.setAttribute(name, String(value));
    else Object.assign(node, { [name]: value });
  }
  node.append(...children);
  return node;
}

/**
 * An element that the page's HTML has.
 * @template {HTMLElement} [Wanted=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {Wanted}
 */
export function find(selector, within = document) {
  const node = within.querySelector(selector);
  if (!node) throw new Error(`the page has no ${selector}`);
  return /** @type {Wanted} */ (node);
}

/**
 * Screen readers hear of every change, so only a text that differs is put in.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * @template Item
 * @typedef {{ node: HTMLElement, update(item: Item): void }} Row
 */

/**
 * Keeps the children of an element equal to a list, each item's element for as long as the item is there, so that
 * nothing that is being used is taken away by what happens elsewhere in the list.
 * @template Item
 * @param {HTMLElement} parent
 * @param {(item: Item) => string} keyOf
 * @param {(item: Item) => Row<Item>} make
 */
export function keyedList(parent, keyOf, make) {
  /**
   * Each with the item that it shows, as JSON: most are as they were, and to set hundreds anew takes long.
   * @type {Map<string, { row: Row<Item>, shown: string }>}
   */
  const rows = new Map();
  return {
    parent,
    /** @param {readonly Item[]} items */
    show(items) {
      const keys = new Set(items.map(keyOf));
      for (const [key, { row }] of rows) {
        if (keys.has(key)) continue;
        row.node.remove();
        rows.delete(key);
      }
      for (const [index, item] of items.entries()) {
        const key = keyOf(item);
        const entry = rows.get(key) ?? { row: make(item), shown: "" };
        rows.set(key, entry);
        const text = JSON.stringify(item);
        if (entry.shown !== text) entry.row.update(item);
        entry.shown = text;
        const there = parent.children[index] ?? null;
        if (there !== entry.row.node) parent.insertBefore(entry.row.node, there);
      }
    },
    /** Forgets the elements, for they speak another language. */
    clear() {
      for (const { row } of rows.values()) row.node.remove();
      rows.clear();
    },
  };
}

/**
 * A button that shows that it is at work, and does nothing a second time meanwhile. It is never disabled: that would
 * take the focus from it.
 * @param {string} text
 * @param {string} style
 * @param {() => Promise<unknown>} act
 */
export function button(text, style, act) {
  const node = element("button", { type: "button", class: style }, text);
  node.addEventListener("click", () => void atWork(node, act));
  return node;
}

/**
 * @param {HTMLElement} node
 * @param {() => Promise<unknown>} act
 */
export async function atWork(node, act) {
  if (node.getAttribute("aria-disabled") === "true") return;
  node.setAttribute("aria-disabled", "true");
  try {
    await act();
  } finally {
    node.removeAttribute("aria-disabled");
  }
}
