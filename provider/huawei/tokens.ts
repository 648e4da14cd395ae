import type { Runtime } from "../http/timing";
import type { Memory } from "../memory";
import { runExclusive } from "../runExclusive";
import type { CallLimits } from "../settings/connection";
import type { Outcome } from "../vendors/answers";
import type { Iam } from "./access";
import type { Login } from "./credentials";
import { fetchToken, type IssuedToken } from "./iam";

/** How long before its end a token is no longer used, in milliseconds. */
const MARGIN = 3_600_000;

/** The tokens that this process has fetched. */
const makeTokens = () => new Map<string, IssuedToken>();

/** A token with some life in it: fetched once a process, and anew before it ends. */
export function tokenOf(iam: Iam, login: Login, limits: CallLimits, runtime: Runtime): Promise<Outcome<IssuedToken>> {
  const key = keyOf(iam, login);
  const tokens = runtime.memory.of(makeTokens);
  return runExclusive(runtime.memory, `token ${key}`, async () => {
    const known = tokens.get(key);
    if (known !== undefined && runtime.timing.now() < known.expiresAt - MARGIN) {
      return { call: { method: "POST", url: iam.endpoint.url }, tries: 0, answer: { kind: "success", value: known } };
    }
    const outcome = await fetchToken(iam, login, limits, runtime);
    if (outcome.answer.kind === "success") tokens.set(key, outcome.answer.value);
    return outcome;
  });
}

/** Forgets a token that the service does not take; one that has been fetched meanwhile stays. */
export function dropToken(iam: Iam, login: Login, token: string, memory: Memory): void {
  const tokens = memory.of(makeTokens);
  const key = keyOf(iam, login);
  if (tokens.get(key)?.token === token) tokens.delete(key);
}

/** Every token in memory: as private as the passwords that they came for. */
export function tokensInUse(memory: Memory): readonly string[] {
  return [...memory.of(makeTokens).values()].map(({ token }) => token);
}

function keyOf({ endpoint, region }: Iam, { userName, domainName, password }: Login): string {
  return JSON.stringify([endpoint.url, region, domainName, userName, password.reveal()]);
}
