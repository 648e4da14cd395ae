import type { Filing, VendorAccount } from "../../provider/lifecycle/vendor";
import type { SignatureKind } from "../../provider/signature/kind";
import type { Sample } from "../provider/support/Sample";
import type { Stack } from "../provider/support/Stack";
import type { Wire } from "../provider/support/wire";

/** One call of the engine, up to which a signature's life goes undisturbed. */
export interface Phase {
  readonly prepare?: (stack: Stack) => Promise<unknown>;
  readonly run: (stack: Stack) => Promise<unknown>;
  /** What the program declares in it. */
  readonly declared?: Wire;
  /** Everything that it asks of the vendor. */
  readonly calls: readonly string[];
  /** What the vendor then holds. */
  readonly leaves: readonly string[];
}

/** A vendor in whose calls a run is killed, and its phases of a signature's life. */
export interface KilledVendor {
  readonly name: string;
  readonly kind: SignatureKind;
  readonly sample: Sample;
  /** What every path begins with, which the calls below do without. */
  readonly root: string;
  /** The lifecycle's calls as the vendor has them on the wire, ids as `{id}`; none where it has no such call. */
  readonly calls: {
    readonly [
      call in keyof Omit<Required<VendorAccount & Filing>, "rules" | "fingerprint" | "filing">
    ]: readonly string[];
  };
  readonly phases: { readonly [phase: string]: Phase };
  /** The call after which a person is needed where nobody has seen its answer. */
  readonly losing?: string;
  /** A call that leaves something behind at the vendor that nobody can tell or clear away, where nobody has seen its answer. */
  readonly leaking?: string;
}

export function upTo(declared: Wire = {}): Pick<Phase, "run" | "declared"> {
  return { run: (stack) => stack.up(declared), declared };
}

/** `DELETE /v1/sign/37582` → `DELETE /v1/sign/{id}` */
export function shapeOf(call: string): string {
  return call.replace(/\/(\d+|[0-9a-f]{32})(?=\/|$)/, "/{id}");
}
