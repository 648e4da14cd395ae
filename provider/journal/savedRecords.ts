import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { Memory } from "../memory";

/*
 * Closing what a state has. It runs in the program's process too, and where a process is about to end: so it is
 * synchronous and loads nothing. A record that stays open by a mistake here is closed by the next run, which finds it
 * in the state; so nothing here fails.
 */

/** What is in the state now. */
export interface Saved {
  /** When the filings were sent. */
  readonly sentAt: ReadonlySet<string>;
  /** The vendor's ids of uploaded documents. */
  readonly uploads: ReadonlySet<string>;
}

/** Whether the run has ended: until then it is known which signatures were taken over in it. */
type End = "saved" | "run-ended";

/** Closes those of a file's records and uploads that are in the state. */
export function closeSaved(path: string, { sentAt, uploads }: Saved, end: End = "saved"): void {
  try {
    const file = JSON.parse(readFileSync(path, "utf8")) as OpenFile;
    const records = file.records.filter((record) => !sentAt.has(record.sentAt));
    const open = Object.entries(file.uploads).filter(([, id]) => !uploads.has(id));
    const adopted = end === "saved" ? (file.adopted ?? []) : [];
    if (records.length + open.length + adopted.length === 0) return rmSync(path, { force: true });
    const temporary = `${path}.${process.pid}.saved.tmp`;
    const rest = { ...file, records, uploads: Object.fromEntries(open), adopted };
    writeFileSync(temporary, JSON.stringify(rest), { mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    // There is no such file, which is the rule, or one that the next run looks at.
  }
}

interface OpenFile {
  readonly records: readonly { readonly sentAt: string }[];
  readonly uploads: { readonly [seal: string]: string };
  readonly adopted?: readonly unknown[];
}

/**
 * What a ledger, as a state holds it, has of filings and uploads. An entry without digests is one that a refresh took
 * over from a killed run: its record stays open until a run knows what was filed.
 */
export function savedIn(ledger: unknown): Saved {
  const sentAt = new Set<string>();
  const uploads = new Set<string>();
  const { serving, candidate, superseded = [], files = {} } = (ledger ?? {}) as SavedLedger;
  for (const entry of [serving, candidate, ...superseded]) {
    if (entry?.at !== undefined && isKnown(entry.d)) sentAt.add(entry.at);
    if (entry?.lost !== undefined && isKnown(entry.lost.d ?? entry.d)) sentAt.add(entry.lost.at);
  }
  for (const id of Object.values(files)) uploads.add(id);
  return { sentAt, uploads };
}

function isKnown(digests: SavedDigests | undefined): boolean {
  return digests === 1 || (digests !== undefined && Object.keys(digests).length > 0);
}

/** 1 where what was filed is what the resource declares. */
type SavedDigests = { readonly [field: string]: string } | 1;

interface SavedEntry {
  readonly d?: SavedDigests;
  readonly at?: string;
  readonly lost?: { readonly d?: SavedDigests; readonly at: string };
}

interface SavedLedger {
  readonly serving?: SavedEntry;
  readonly candidate?: SavedEntry;
  readonly superseded?: readonly SavedEntry[];
  readonly files?: { readonly [digest: string]: string };
}

/** What a state has of each journal file when the run has ended in order. */
const newNotes = (): Map<string, Saved[]> => new Map();

/** A call has returned a ledger: when the run has ended in order, the state has it. */
export function noteSaved(path: string, saved: Saved, memory: Memory): void {
  const notes = memory.of(newNotes);
  notes.set(path, [...(notes.get(path) ?? []), saved]);
}

/** The run has ended in order, so every state is saved. */
export function closeAtEnd(memory: Memory): void {
  for (const [path, notes] of memory.of(newNotes)) for (const saved of notes) closeSaved(path, saved, "run-ended");
}
