import { SECRET_KEY } from "../../huawei/rig";
import type { FrontEnd } from "./FrontEnd";
import { DOCUMENT_TRACES, ID_NUMBER, MASTER_SECRET, PERSON } from "./samples";
import type { State } from "./Stack";

const NEVER = [...DOCUMENT_TRACES, MASTER_SECRET, MASTER_SECRET.toUpperCase(), SECRET_KEY];

/** Looks for private values in everything that a run shows or keeps. */
export class PrivacyWatch {
  readonly #found: string[] = [];

  constructor(private readonly frontEnd: Pick<FrontEnd, "inTheOpen">) {}

  see(what: string, ...texts: readonly string[]): void {
    for (const text of texts) this.#look(what, text, [...NEVER, ID_NUMBER, PERSON]);
  }

  seeState(state: State): void {
    for (const properties of [state.inputs, state.outputs]) {
      const open = JSON.stringify(this.frontEnd.inTheOpen(properties));
      this.#look("the state", open, [...NEVER, ID_NUMBER, PERSON]);
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
