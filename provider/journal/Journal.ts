import type { Context } from "../context";
import { documentDigest } from "../lifecycle/digest";
import type { Desired } from "../lifecycle/desired";
import { entriesOf, idsOf, savedFrom } from "../lifecycle/ledger";
import type { Ledger } from "../lifecycle/ledger";
import { nameOf } from "../lifecycle/names";
import type { FilingJournal } from "../lifecycle/run";
import type { HeldFiles, SignatureId, VendorRules } from "../lifecycle/vendor";
import { JournalFolder } from "./JournalFolder";
import { keyOf, ownersOf } from "./place";
import type { Owner } from "./place";
import { isOf, recall } from "./recall";
import type { Content, Recalled } from "./recall";
import type { FilingRecord, ResourceFile } from "./record";
import { noteSaved, savedIn } from "./savedRecords";
import { compare, sealedUpload, sealOf } from "./seal";

type OwnFiles = readonly (ResourceFile | null)[];

/** Whose journal it is, in one call of the engine. */
export interface JournalOwner {
  /** The resource's type without Pulumi's prefix. */
  readonly type: string;
  /** Pulumi's id of the resource; null in a create. */
  readonly resource: string | null;
  /** The account's fingerprint, where it is known. */
  readonly account: string | null;
  readonly desired: Desired;
}

/**
 * What one resource filed or uploaded that is in no state yet: for a run that is killed between the vendor's answer and
 * the saved state. A record is closed by the run that made it, as soon as the state has it; so one that is found open
 * was left by a kill. A journal that cannot be read or written is said once and stops nothing.
 */
export class Journal implements FilingJournal {
  readonly #folder: JournalFolder;
  /** The resource under its names; the first is the one that it has now and is written to. */
  #owners: readonly Owner[];

  constructor(
    private readonly owner: JournalOwner,
    private readonly context: Pick<Context, "identity" | "environment" | "log" | "memory">,
  ) {
    this.#folder = new JournalFolder(context);
    this.#owners = ownersOf(owner.type, context.identity, context.environment);
  }

  /**
   * Looks under every name under which the stack's records have this resource: a state tells the name that it had when
   * its outputs were last saved, which a rename alone does not bring about.
   */
  async lookUnderEveryName(): Promise<void> {
    const [own] = this.#owners;
    const { resource, type } = this.owner;
    if (own === undefined || resource === null) return;
    const files = await this.#folder.readAll();
    const named = files
      .filter(({ owner, records }) => isOfStack(owner, own) && records.some((record) => record.resource === resource))
      .map(({ owner }) => owner)
      .filter((owner) => owner.type === type && !this.#owners.some((each) => keyOf(each) === keyOf(owner)));
    this.#owners = [...this.#owners, ...named];
  }

  /**
   * The ledger with what a killed run left.
   * @param declares whether what is desired is what the program declares now; a refresh knows only what it declared
   */
  async recall(ledger: Ledger, declares: boolean): Promise<Recalled> {
    const files = await this.#ownFiles();
    if (declares) await this.#dropAdopted(files, ledger);
    const records = this.#ownRecords(files, ledger);
    if (declares && records.length === 0) await this.#warnOfAnotherName();
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
    for (const { sentAt } of recalled.overtaken) {
      this.context.log.warning(
        `A run was killed after ${sentAt} while it filed "${this.#owners[0]?.name}", and no answer came. A later filing succeeded, so nothing depends on the earlier one. If the vendor has a signature from that time that no state has, delete it at the vendor.`,
      );
    }
    await this.#close([...recalled.settled, ...recalled.overtaken]);
    return recalled;
  }

  /**
   * The resource has taken signatures over. Until the run has ended, its other processes must know: the resource that
   * had them may go in the same run.
   */
  async adopted(ids: readonly SignatureId[]): Promise<void> {
    const { account } = this.owner;
    if (account === null || ids.length === 0) return;
    const at = new Date().toISOString();
    const taken = ids.map((id) => ({ account, id, at }));
    await this.#changeOwn((file) => ({ ...file, adopted: [...(file.adopted ?? []), ...taken] }));
  }

  /**
   * Which resource has taken that signature over in this run, in words; null where none has. A replacement does so under
   * the same name: what an earlier run, which was killed, took over under that name is no more than the resource's own.
   */
  async adopterOf(id: SignatureId): Promise<string | null> {
    const own = this.#owners.map(keyOf);
    const files = await this.#folder.readAll();
    const file = files.find(({ owner, adopted = [] }) =>
      adopted.some(
        (each) =>
          each.account === this.owner.account &&
          each.id === id &&
          (!own.includes(keyOf(owner)) || each.at >= this.context.memory.startedAt),
      ),
    );
    return file === undefined ? null : nameIn(file);
  }

  /** Closes what of the recalled records is not in the ledger any more: gone at the vendor, settled or deleted. */
  async settle({ open }: Pick<Recalled, "open">, ledger: Ledger): Promise<void> {
    await this.#close(open.filter((record) => !entriesOf(ledger).some((entry) => isOf(entry, record))));
  }

  /** A create or an update returns this ledger: what is in it closes when the run has ended in order. */
  returns(ledger: Ledger): void {
    const saved = savedIn(savedFrom(ledger, this.owner.desired));
    for (const owner of this.#owners) noteSaved(this.#folder.fileOf(owner), saved, this.context.memory);
  }

  /** Closes everything: the resource is gone, and all that it had. */
  async closeAll(): Promise<void> {
    const { account, resource } = this.owner;
    const isOwn = (record: FilingRecord) =>
      (account === null || record.account === account) && (record.resource === resource || record.resource === null);
    for (const owner of this.#owners) {
      await this.#folder.change(owner, (file) => ({
        ...file,
        records: file.records.filter((record) => !isOwn(record)),
        uploads: {},
      }));
    }
  }

  /** Which other resource's record says that it filed that submission; null where none does. */
  async ownerOf(id: SignatureId): Promise<string | null> {
    const own = this.#owners.map(keyOf);
    const files = await this.#folder.readAll();
    const other = files.find(
      ({ owner, records, adopted = [] }) =>
        !own.includes(keyOf(owner)) &&
        [...records, ...adopted].some((each) => each.account === this.owner.account && each.id === id),
    );
    return other === undefined ? null : nameIn(other);
  }

  async sending(filing: Pick<FilingRecord, "operation" | "target" | "sentAt">): Promise<void> {
    const { account, resource, desired } = this.owner;
    if (account === null) return;
    const seal = sealOf(desired, await this.#key());
    await this.#changeOwn((file) => ({
      ...file,
      records: [...file.records, { ...filing, account, resource, seal, id: null }],
    }));
  }

  async answered(sentAt: string, id: SignatureId): Promise<void> {
    await this.#changeOwn((file) => ({
      ...file,
      records: file.records.map((record) => (record.sentAt === sentAt ? { ...record, id } : record)),
    }));
  }

  async closed(sentAt: string): Promise<void> {
    await this.#changeOwn((file) => ({ ...file, records: file.records.filter((record) => record.sentAt !== sentAt) }));
  }

  /** The vendor has taken a document. */
  async uploaded(digest: string, id: string): Promise<void> {
    const { account } = this.owner;
    const key = account === null ? null : await this.#key();
    if (account === null || key === null) return;
    await this.#changeOwn((file) => ({
      ...file,
      uploads: { ...file.uploads, [sealedUpload(account, digest, key)]: id },
    }));
  }

  /** The vendor's ids of the documents with these hashes, of those that a killed run uploaded, by their digests. */
  async uploads(hashes: readonly string[]): Promise<HeldFiles> {
    const { account } = this.owner;
    const files = await this.#ownFiles();
    const noted = Object.assign({}, ...files.map((file) => file?.uploads)) as ResourceFile["uploads"];
    // Almost always: the key is read only when there is something to compare.
    if (account === null || Object.keys(noted).length === 0) return {};
    const key = await this.#key();
    if (key === null) return {};
    const held = hashes.map(documentDigest).flatMap((digest) => {
      const id = noted[sealedUpload(account, digest, key)];
      return id === undefined ? [] : [[digest, id] as const];
    });
    return Object.fromEntries(held);
  }

  /** What the folder holds of the resource under each of its names, in their order. */
  #ownFiles(): Promise<OwnFiles> {
    return Promise.all(this.#owners.map((owner) => this.#folder.read(owner)));
  }

  /**
   * The resource's records. A file can hold those of another resource that had the name before, or took it over: what
   * a create filed belongs to the next create, what an update filed to the resource with that id.
   */
  #ownRecords(files: OwnFiles, ledger: Ledger): readonly FilingRecord[] {
    const { account, resource } = this.owner;
    return files
      .flatMap((file) => file?.records ?? [])
      .filter(
        (record) =>
          (account === null || record.account === account) &&
          (record.resource === resource || entriesOf(ledger).some((entry) => isOf(entry, record))),
      );
  }

  /**
   * A create that a killed run made under another name may be this resource's: not every front end is told the names
   * that aliases give, and what was never saved has no state to tell them.
   */
  async #warnOfAnotherName(): Promise<void> {
    const [own] = this.#owners;
    const { account, resource, desired, type } = this.owner;
    if (own === undefined || resource !== null || account === null) return;
    const { startedAt } = this.context.memory;
    // Records of this run are no killed run's: one look at the folder is enough for all resources.
    const files = await this.#folder.readAllOnce();
    const candidates = files
      .filter(({ owner }) => isOfStack(owner, own) && owner.type === type && keyOf(owner) !== keyOf(own))
      .flatMap(({ owner, records }) => records.map((record) => ({ owner, record })))
      .filter(({ record }) => record.resource === null && record.account === account && record.sentAt < startedAt);
    if (candidates.length === 0) return;
    const seal = sealOf(desired, await this.#key());
    for (const { owner, record } of candidates.filter(({ record }) => compare(record.seal, seal).content === "same")) {
      this.context.log.warning(
        `A run was killed after ${record.sentAt}, while it filed the same signature${record.id === null ? "" : ` (${record.id})`} for the resource "${owner.name}". ` +
          `If "${own.name}" is the new name of "${owner.name}", it would be filed twice: run pulumi up under the name "${owner.name}" once, and rename the resource then.`,
      );
    }
  }

  /** What a killed run left of adoptions that the state has. */
  async #dropAdopted([own]: OwnFiles, ledger: Ledger): Promise<void> {
    if (own?.adopted === undefined) return;
    const held = idsOf(ledger);
    await this.#changeOwn(({ adopted = [], ...file }) => ({
      ...file,
      adopted: adopted.filter(({ id }) => !held.includes(id)),
    }));
  }

  async #close(records: readonly FilingRecord[]): Promise<void> {
    if (records.length === 0) return;
    const closed = new Set(records.map((record) => record.sentAt));
    for (const owner of this.#owners) {
      await this.#folder.change(owner, (file) => ({
        ...file,
        records: file.records.filter((record) => !closed.has(record.sentAt)),
      }));
    }
  }

  async #changeOwn(change: (file: ResourceFile) => ResourceFile): Promise<void> {
    const [own] = this.#owners;
    if (own !== undefined) await this.#folder.change(own, change);
  }

  /** Null where nothing is recorded: then no folder is made for it. */
  async #key(): Promise<Buffer | null> {
    return this.#owners.length === 0 ? null : this.#folder.key();
  }
}

/** Tells what was taken over of killed runs. */
export function logTakenOver({ log }: Pick<Context, "log">, { takenOver, ledger }: Recalled, rules: VendorRules): void {
  for (const record of takenOver) {
    const entry = entriesOf(ledger).find((each) => isOf(each, record));
    const what = entry === undefined ? "a signature" : nameOf(entry, rules);
    log.warning(`A run was killed after ${record.sentAt}, while it filed ${what}. What it did is taken over.`);
  }
}

function nameIn({ owner }: ResourceFile): string {
  return `the resource "${owner.name}" of ${owner.project}/${owner.stack}`;
}

function isOfStack(left: Owner, right: Owner): boolean {
  return (["backend", "organization", "project", "stack"] as const).every((part) => left[part] === right[part]);
}
