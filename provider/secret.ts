/**
 * A credential in memory. Printing, inspecting or serialising what holds it shows a placeholder; only `reveal` gives
 * the value, so that every place that uses it can be found.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }
}
