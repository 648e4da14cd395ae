import { SECRET_KEY } from "../../huawei/rig";
import { DOCUMENT_TRACES, ID_NUMBER, MASTER_SECRET, PERSON } from "./samples";
import type { State } from "./Stack";

/** The only keys under which private values may stand in a state, where the engine encrypts them. */
const PRIVATE_INPUTS = ["legalPersonName", "legalPersonIdNumber"];

const NEVER = [...DOCUMENT_TRACES, MASTER_SECRET, MASTER_SECRET.toUpperCase(), SECRET_KEY];

/** Looks for private values in everything that a run shows or keeps. */
export class PrivacyWatch {
  readonly #found: string[] = [];

  see(what: string, ...texts: readonly string[]): void {
    for (const text of texts) this.#look(what, text, [...NEVER, ID_NUMBER, PERSON]);
  }

  seeState(state: State): void {
    for (const properties of [state.inputs, state.outputs]) {
      const others = Object.fromEntries(Object.entries(properties).filter(([key]) => !PRIVATE_INPUTS.includes(key)));
      this.#look("the state", JSON.stringify(others), [...NEVER, ID_NUMBER, PERSON]);
      this.#look("the state", JSON.stringify(properties), NEVER);
    }
  }

  verdict(): void {
    if (this.#found.length > 0) throw new Error(`private values were seen:\n${this.#found.join("\n")}`);
  }

  #look(what: string, text: string, values: readonly string[]): void {
    for (const value of values) if (text.includes(value)) this.#found.push(`${value} in ${what}: ${text}`);
  }
}
