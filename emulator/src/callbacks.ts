/** One time that something was sent, or was tried to be. */
export interface Attempt {
  at: string;
  /** HTTP status of the answer; null where there was none. */
  status: number | null;
  /** Why it does not count; left out where it does. */
  problem?: string;
}

export interface DeliveryView {
  id: number | string;
  decision: "approve" | "reject";
  state: "sending" | "delivered" | "waiting" | "given up";
  attempts: Attempt[];
  /** When it is tried again; null where it is not. */
  next: string | null;
}

/** What a vendor has called back, oldest first, as the control plane shows it. */
export interface CallbacksView {
  url: string;
  /** How the address was checked last; null before. */
  check: Attempt | null;
  deliveries: DeliveryView[];
}

/** How a vendor tells its customers of reviews, where it does. */
export interface Callbacks {
  view(): CallbacksView;
  onChange(listener: () => void): void;
  /** Checks the address. */
  start(): void;
  /** Lets go of what is under way. */
  stop(): void;
}
