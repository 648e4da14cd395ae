import { accessSync, constants, statSync } from "node:fs";
import { resolve } from "node:path";
import * as pulumi from "@pulumi/pulumi";

/** A document by its content, so that the file itself need be on no machine but the one that files it. */
export interface DocumentByHash {
  /** The SHA-256 of the file's bytes, 64 hexadecimal digits in lower case, as `sha256sum` prints it. */
  sha256: pulumi.Input<string>;
  /** Where the file is when it must be filed, relative to the program's folder. It is read only then, and its hash must agree. */
  path?: pulumi.Input<string | undefined>;
}

/** A document that the vendor holds already, by the id that the vendor gave it when it was uploaded. */
export interface DocumentById {
  fileId: pulumi.Input<string>;
}

/** A path relative to the program's folder, a `FileAsset`, or a document by its hash. */
export type DocumentSource = string | pulumi.asset.FileAsset | DocumentByHash;

/** A document in any form. */
export type DocumentInput = pulumi.Input<DocumentSource>;

/** A document in any form, or the id of one that the vendor holds. */
export type DocumentOrIdInput = pulumi.Input<DocumentSource | DocumentById>;

/** A document as an output gives it back: an asset for what was given as a path or a `FileAsset`. */
export type DocumentOutput = pulumi.asset.FileAsset | pulumi.Unwrap<DocumentByHash>;

/** The same where the vendor's own id will do as well. */
export type DocumentOrIdOutput = DocumentOutput | pulumi.Unwrap<DocumentById>;

/** What documents' paths are relative to: the folder in which the program was started. */
const FOLDER = process.cwd();

/**
 * A document as the engine takes it: a path becomes an asset, whose hash the engine computes.
 * @internal
 */
export function toDocument(input: unknown): unknown {
  if (input === undefined) return undefined;
  if (typeof input === "string") return atPath(input);
  return pulumi.output(input).apply((value: unknown): unknown => {
    if (typeof value === "string") return atPath(value);
    if (!pulumi.asset.Asset.isInstance(value) || !("path" in value)) return value;
    return pulumi.output(value.path as Promise<string>).apply((path) => (isReadable(path) ? value : path));
  });
}

/**
 * A list of documents as the engine takes it. A program in JavaScript can give anything: what is no list is told by
 * check, with every other fault.
 * @internal
 */
export function toDocuments(input: unknown): unknown {
  if (Array.isArray(input)) return input.map(toDocument);
  if (!pulumi.Output.isInstance(input) && !(input instanceof Promise)) return input;
  return pulumi
    .output(input)
    .apply((value: unknown) => (Array.isArray(value) ? pulumi.all(value.map(toDocument)) : value));
}

/**
 * The asset of a path. Of a file that cannot be read the SDK and the engine say nothing useful: its path stays a text, of
 * which check says what is wrong, with every other fault. An empty path is an input that was not given.
 */
function atPath(path: string): string | pulumi.asset.FileAsset {
  return isReadable(path) ? new pulumi.asset.FileAsset(path) : path;
}

function isReadable(path: string): boolean {
  try {
    const place = resolve(FOLDER, path);
    accessSync(place, constants.R_OK);
    return statSync(place).isFile();
  } catch {
    return false;
  }
}
