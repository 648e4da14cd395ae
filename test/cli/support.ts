import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DOCUMENT_TRACES, ID_NUMBER, MASTER_SECRET, PERSON, picture } from "../provider/support/samples";
import { CommandFailure, type CommandResult, type Files, type Program } from "../support";

export interface Declared {
  readonly providers?: { readonly [name: string]: object };
  /** Inputs by the signature's name; `provider` names one of the providers. */
  readonly signatures: { readonly [name: string]: { readonly provider?: string; readonly [input: string]: unknown } };
}

const PROGRAM = `
const { JPushProvider, JPushSmsSignature } = require("pulumi-sms");
const { providers = {}, signatures } = require("./declared.json");
const made = Object.fromEntries(Object.entries(providers).map(([name, args]) => [name, new JPushProvider(name, args)]));
for (const [name, { provider, ...args }] of Object.entries(signatures)) {
  const { id, signId, status, servingSignId } = new JPushSmsSignature(name, args, { provider: made[provider] });
  exports[name] = { id, signId, status, servingSignId };
}
`;

/** A program that declares what `declared.json` says. */
export function declaring(declared: Declared): Files {
  return {
    "index.js": PROGRAM,
    "documents/id-card.png": picture("identity card"),
    "documents/licence.jpg": picture("licence", "jpeg"),
    ...declaration(declared),
  };
}

export function declaration(declared: Declared): Files {
  return { "declared.json": JSON.stringify(declared) };
}

/** The journal's records that are open: after a run that ended in order there are none. */
export function openRecords(app: Program): readonly string[] {
  const journal = join(app.keptFolder, "journal");
  return existsSync(journal) ? readdirSync(journal).filter((name) => name.endsWith(".json")) : [];
}

/** Everything a company has to declare. */
export const COMPANY = {
  sign: "极光推送",
  type: 1,
  legalPersonName: PERSON,
  legalPersonIdNumber: ID_NUMBER,
  socialCreditCode: "91999999000000000G",
  idCardImage: "documents/id-card.png",
  businessLicenseImage: "documents/licence.jpg",
};

/** What a state holds in the place of a secret. */
export const ENCRYPTED = ["4dabf18193072939515e22adb298388d", "ciphertext"];

/** Gathers what commands print, to look for private values in all of it at the end. */
export class Shown {
  readonly #texts: string[] = [];

  /** Passes the command on, also one that fails. */
  async by(command: Promise<CommandResult>): Promise<CommandResult> {
    try {
      const result = await command;
      this.#texts.push(result.output);
      return result;
    } catch (error) {
      if (error instanceof CommandFailure) this.#texts.push(error.message);
      throw error;
    }
  }

  /** Where any of the values stands in what was printed. */
  including(values: readonly string[]): string[] {
    return this.#texts.flatMap((text) =>
      values.flatMap((value) => (text.includes(value) ? [excerpt(text, value)] : [])),
    );
  }

  /** Where private values stand in what was printed, in the texts, and in every file that the CLI and the journal keep. */
  privateValues(program: Program, ...texts: readonly string[]): string[] {
    const files = filesBelow(program.keptFolder).map((file) => readFileSync(file, "utf8"));
    const everything = [...this.#texts, ...texts, ...files];
    const values = [...DOCUMENT_TRACES, ID_NUMBER, PERSON, MASTER_SECRET];
    return everything.flatMap((text) =>
      values.flatMap((value) => (text.includes(value) ? [excerpt(text, value)] : [])),
    );
  }
}

function excerpt(text: string, value: string): string {
  const place = text.indexOf(value);
  return text.slice(Math.max(0, place - 300), place + value.length + 50);
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
