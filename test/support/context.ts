import type { Context, Environment, Identity } from "../../provider/context";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Memory } from "../../provider/memory";

/** What surrounds a call, with a process of its own; `lines` and `warnings` gather what is logged, each line once. */
export interface TestContext extends Context {
  readonly lines: string[];
  readonly warnings: string[];
}

export function contextWith(
  given: Partial<Pick<Context, "identity" | "sources" | "folder" | "memory" | "signal" | "environment">> = {},
): TestContext {
  const lines: string[] = [];
  const warnings: string[] = [];
  const once = (text: string) => {
    if (lines.includes(text)) return false;
    lines.push(text);
    return true;
  };
  return {
    identity: null as Identity | null,
    sources: { explicit: null, environment: {}, config: {} },
    environment: noJournal(),
    folder: process.cwd(),
    memory: new Memory(),
    signal: new AbortController().signal,
    ...given,
    lines,
    warnings,
    log: {
      info: (text) => void once(text),
      warning: (text) => {
        if (once(text)) warnings.push(text);
      },
    },
  };
}

/** Names a journal's folder that nothing else uses; it is made when something is recorded. */
export function noJournal(): Environment {
  return { PULUMI_SMS_JOURNAL: join(tmpdir(), `journal-${randomUUID()}`) };
}
