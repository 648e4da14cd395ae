import { createHash } from "node:crypto";

/** The words of the control plane, the same for every vendor. */
export type Status = "pending" | "approved" | "rejected" | "inactive" | "unknown";
export type VendorStatus = number | string;

/** A document as it was received. */
export interface Image {
  field: string;
  fileName: string;
  content: Buffer;
  sha256: string;
}

export function image(field: string, fileName: string, content: Buffer): Image {
  return { field, fileName, content, sha256: createHash("sha256").update(content).digest("hex") };
}

export interface HistoryEntry {
  at: string;
  event: string;
  reason?: string;
}

/** What a client sent: everything that a submission replaces. */
export interface Submission {
  text: string;
  fields: Record<string, string>;
  images: Image[];
}

export interface Signature extends Submission {
  id: number | string;
  /** The vendor's account it belongs to; an account sees only its own. */
  account: string;
  vendorStatus: VendorStatus;
  isDefault: boolean;
  inUse: boolean;
  /** Milliseconds of the emulator's clock at the latest submission. */
  submittedAt: number;
  history: HistoryEntry[];
}

/** A signature as the control plane shows it. */
export interface SignatureView {
  vendor: string;
  id: number | string;
  /** Whose it is, in the public half of the credentials. */
  account: string;
  text: string;
  status: Status;
  vendorStatus: VendorStatus;
  isDefault: boolean;
  inUse: boolean;
  fields: Record<string, string>;
  images: { field: string; fileName: string; bytes: number; sha256: string }[];
  history: HistoryEntry[];
}

export function view(vendor: string, status: Status, signature: Signature): SignatureView {
  const { id, account, text, vendorStatus, isDefault, inUse, fields, images, history } = signature;
  return {
    vendor,
    id,
    account,
    text,
    status,
    vendorStatus,
    isDefault,
    inUse,
    fields,
    images: images.map(({ field, fileName, content, sha256 }) => ({ field, fileName, bytes: content.length, sha256 })),
    history,
  };
}
