interface Alarm {
  due: number;
  ring: () => void;
}

// setTimeout fires at once beyond this.
const longestTimer = 2 ** 31 - 1;

// The year 9999 ends then: later ones are written otherwise, and far later ones not at all.
const latest = Date.UTC(10_000, 0, 1) - 1;

/** The emulator's own clock: real time plus what it was advanced by. Alarms ring by real time or by advancing. */
export class Clock {
  #offset = 0;
  #ringing: number | undefined;
  #alarms = new Set<Alarm>();
  #timer: NodeJS.Timeout | undefined;

  /** Milliseconds since 1970. While an alarm rings, the moment it was set for. */
  now(): number {
    return this.#ringing ?? Date.now() + this.#offset;
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  /** Milliseconds that it was advanced by. */
  get offset(): number {
    return this.#offset;
  }

  /** Calls `ring` once when the clock reaches `due`. */
  at(due: number, ring: () => void): void {
    this.#alarms.add({ due, ring });
    this.#arm();
  }

  /** Whether it can be moved so far. */
  reaches(milliseconds: number): boolean {
    return this.now() + milliseconds <= latest;
  }

  /** Moves the clock and rings what became due, in order, before it returns. */
  advance(milliseconds: number): void {
    this.#offset += milliseconds;
    this.#ring();
  }

  /** Back to real time, without alarms. */
  reset(): void {
    this.#offset = 0;
    this.stop();
  }

  /** Takes all alarms back. */
  stop(): void {
    this.#alarms.clear();
    clearTimeout(this.#timer);
  }

  #ring(): void {
    for (;;) {
      const due = this.#next();
      if (!due || due.due > this.now()) break;
      this.#alarms.delete(due);
      this.#ringing = due.due;
      try {
        due.ring();
      } catch (error) {
        // Nobody asked for it who could be told, and the others are still due.
        process.emitWarning(`sms-emulator: ${error instanceof Error ? error.message : String(error)}`);
      } finally {
        this.#ringing = undefined;
      }
    }
    this.#arm();
  }

  #next(): Alarm | undefined {
    let first: Alarm | undefined;
    for (const alarm of this.#alarms) if (!first || alarm.due < first.due) first = alarm;
    return first;
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const next = this.#next();
    if (!next) return;
    const wait = Math.min(Math.max(next.due - this.now(), 0), longestTimer);
    this.#timer = setTimeout(() => this.#ring(), wait);
    this.#timer.unref();
  }
}
