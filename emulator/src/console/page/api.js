// @ts-check

/** What the control plane refused, or that it did not answer; both with what to do. */
export class CallError extends Error {
  /**
   * @param {string} message
   * @param {string} fix
   */
  constructor(message, fix) {
    super(message);
    this.fix = fix;
  }
}

/**
 * Calls the control plane.
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
export async function call(method, path, body) {
  const request =
    body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`/_emulator/${path}`, { method, ...request }).catch(() => undefined);
  if (!response) throw new CallError("noAnswer", "noAnswerFix");
  const answer = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  const { message = `${response.status}`, fix = "" } = answer?.error ?? {};
  throw new CallError(message, fix);
}

/**
 * The path of a signature.
 * @param {{ vendor: string, id: number | string }} signature
 */
export function pathOf({ vendor, id }) {
  return `signatures/${encodeURIComponent(vendor)}/${encodeURIComponent(id)}`;
}
