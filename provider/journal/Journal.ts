import { runExclusive } from "../runExclusive";
import type { Ledger } from "../lifecycle/ledger";
import { entriesOf } from "../lifecycle/ledger";
import type { FilingJournal } from "../lifecycle/run";
import type { SignatureId } from "../lifecycle/vendor";
import type { Desired } from "../lifecycle/desired";
import type { Context } from "../resource";
import { digestKey, fileOf, readAllRecords, readRecords, setAside, writeRecords } from "./files";
import { isOf, recall } from "./recall";
import type { Content, Recalled } from "./recall";
import type { FilingRecord } from "./record";
import { compare, sealOf } from "./seal";
import { keyOf } from "./subject";
import type { Subject } from "./subject";
import { namesOf, survey } from "./survey";
import { UploadJournal } from "./UploadJournal";
import { damagedFile, damagedKey, overtaken, unusableJournal } from "./words";

/** Whose journal it is, in one call of the engine. */
export interface JournalOwner {
  /** The resource under its names; the first is the one that it has now and is written to. */
  readonly subjects: readonly Subject[];
  /** Pulumi's id of the resource; null in a create. */
  readonly resource: string | null;
  readonly account: string | null;
  readonly desired: Desired;
}

/** The folders of which it was said already: reading and writing fail with different codes for one reason. */
const unusable = new Set<string>();

/**
 * What one resource filed that may be in no state yet: for a run that is killed between the vendor's answer and the
 * saved state. A journal that cannot be read or written is said once and stops nothing.
 */
export class Journal implements FilingJournal {
  /** The documents that it uploaded, where the vendor keeps documents apart. */
  readonly uploads: UploadJournal;

  constructor(
    private readonly folder: string,
    private readonly owner: JournalOwner,
    private readonly context: Pick<Context, "say" | "run" | "memory">,
  ) {
    this.uploads = new UploadJournal(folder, owner, {
      key: () => this.#key(),
      attempt: (work) => this.#attempt(work),
      memory: context.memory,
    });
  }

  private get say(): Context["say"] {
    return this.context.say;
  }

  /**
   * The same, with every name under which the stack's records have this resource: a state tells the one that it had when
   * its outputs were last saved, which a rename alone does not bring about.
   */
  async underEveryName(): Promise<Journal> {
    const { subjects, resource } = this.owner;
    const [own] = subjects;
    if (own === undefined || resource === null) return this;
    const named = (await this.#attempt(() => namesOf(this.folder, own, resource))) ?? [];
    const others = named.filter((each) => !subjects.some((subject) => keyOf(subject) === keyOf(each)));
    return new Journal(this.folder, { ...this.owner, subjects: [...subjects, ...others] }, this.context);
  }

  /**
   * The ledger with what a killed run left. Records that it knows in full are closed.
   * @param declares whether what is desired is what the program declares now; a refresh knows only what it declared
   */
  async recall(ledger: Ledger, declares: boolean): Promise<Recalled> {
    await this.uploads.close(ledger.files);
    const records = await this.#own(ledger);
    // Almost always: the key is read only when there is something to compare.
    if (records.length === 0) return { ledger, takenOver: [], open: [], settled: [], overtaken: [] };
    const { desired } = this.owner;
    const desiredSeal = sealOf(desired, await this.#key());
    const recalled = recall(ledger, records, ({ seal }): Content => {
      const { content, resubmit } = compare(seal, desiredSeal);
      const other = desired.resubmit === null ? "" : null;
      const filed = { resubmit: resubmit === "other" ? other : desired.resubmit };
      const text = desired.text ?? "";
      if (content === "same") return { ...filed, digests: desired.digests, text };
      // The key was lost: as with one that is adopted, the text will tell.
      if (content === "unknowable" && declares) return { ...filed, digests: desired.digests, text, assumed: true };
      return { ...filed, digests: {}, text: "" };
    });
    for (const record of recalled.overtaken) this.say(overtaken(this.owner.subjects[0], record));
    await this.#close([...recalled.settled, ...recalled.overtaken]);
    return recalled;
  }

  /** Closes what is not in the ledger any more: the vendor says that it is gone, or it was settled or deleted. */
  async settle({ open }: Pick<Recalled, "open">, ledger: Ledger): Promise<void> {
    await this.#close(open.filter((record) => !entriesOf(ledger).some((entry) => isOf(entry, record))));
  }

  /** Closes everything: the resource is gone, and all that it had. */
  async closeAll(ledger: Ledger): Promise<void> {
    await this.#close(await this.#own(ledger));
    await this.uploads.closeAll();
  }

  /** Names the stack's other records that an earlier run has seen open already: no resource claims them, or none has yet. */
  async survey(): Promise<void> {
    const [own] = this.owner.subjects;
    if (own === undefined) return;
    await this.#attempt(() => survey(this.folder, own, this.owner.resource, this.context));
  }

  /** Whether another resource's record says that it filed that submission. */
  async isOthers(id: SignatureId): Promise<boolean> {
    const { account, subjects } = this.owner;
    const own = subjects.map(keyOf);
    const files = (await this.#attempt(() => readAllRecords(this.folder))) ?? [];
    return files.some(
      ({ subject, records }) =>
        !own.includes(keyOf(subject)) && records.some((record) => record.account === account && record.id === id),
    );
  }

  async sending(filing: Pick<FilingRecord, "operation" | "target" | "sentAt">): Promise<void> {
    const { account, resource, desired, subjects } = this.owner;
    if (account === null || subjects.length === 0) return;
    const seal = sealOf(desired, await this.#key());
    const { run } = this.context;
    await this.#change((records) => [
      ...records,
      { ...filing, account, resource, seal, ...(run === undefined ? {} : { run }), id: null },
    ]);
  }

  async answered(sentAt: string, id: SignatureId): Promise<void> {
    await this.#change((records) => records.map((record) => (record.sentAt === sentAt ? { ...record, id } : record)));
  }

  async closed(sentAt: string): Promise<void> {
    await this.#change((records) => records.filter((record) => record.sentAt !== sentAt));
  }

  /**
   * The resource's records. A file can hold those of another resource that had the name before, or took it over: what
   * a create filed belongs to the next create, what an update filed to the resource with that id.
   */
  async #own(ledger: Ledger): Promise<readonly FilingRecord[]> {
    const { subjects, account, resource } = this.owner;
    const records = (await Promise.all(subjects.map((subject) => this.#read(subject)))).flat();
    return records.filter(
      (record) =>
        (account === null || record.account === account) &&
        (record.resource === resource || entriesOf(ledger).some((entry) => isOf(entry, record))),
    );
  }

  async #read(subject: Subject): Promise<readonly FilingRecord[]> {
    const path = fileOf(this.folder, subject);
    try {
      return (await readRecords(path))?.records ?? [];
    } catch (error) {
      if (isSystemError(error)) {
        this.#sayUnusable(error);
        return [];
      }
      await this.#attempt(async () => this.say(damagedFile(subject, await setAside(path))));
      return [];
    }
  }

  async #close(records: readonly FilingRecord[]): Promise<void> {
    if (records.length === 0) return;
    const closed = new Set(records.map((record) => record.sentAt));
    for (const subject of this.owner.subjects) {
      await this.#changeOf(subject, (open) => open.filter((record) => !closed.has(record.sentAt)));
    }
  }

  async #change(change: Change): Promise<void> {
    const [own] = this.owner.subjects;
    if (own !== undefined) await this.#changeOf(own, change);
  }

  async #changeOf(subject: Subject, change: Change): Promise<void> {
    const path = fileOf(this.folder, subject);
    // Two resources can come to one file where one has the name that the other had.
    await runExclusive(this.context.memory, path, async () => {
      const open = await this.#read(subject);
      const records = [...change(open)];
      if (open.length === 0 && records.length === 0) return;
      await this.#attempt(() => writeRecords(this.folder, path, { v: 1, subject, records }));
    });
  }

  async #key(): Promise<Buffer | null> {
    const found = await this.#attempt(() => digestKey(this.folder));
    if (found === undefined) return null;
    if (found.aside !== null) this.say(damagedKey(this.folder, found.aside));
    return found.key;
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.#sayUnusable(error);
      return undefined;
    }
  }

  #sayUnusable(error: unknown): void {
    if (unusable.has(this.folder)) return;
    unusable.add(this.folder);
    this.say(unusableJournal(this.folder, error));
  }
}

type Change = (records: readonly FilingRecord[]) => readonly FilingRecord[];

/** The file itself may be sound, and only cannot be reached. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
