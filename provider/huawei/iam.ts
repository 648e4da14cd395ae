import { z } from "zod";
import { jsonOf, readAnswer } from "../http/answers";
import type { Exchange, Reply, Request } from "../http/exchange";
import { sendUpTo } from "../http/retry";
import type { Runtime } from "../http/timing";
import type { CallLimits } from "../settings/connection";
import type { Answer, Outcome } from "../vendors/answers";
import { isBusy, type CodeRow, type Refusal } from "../vendors/codes";
import type { Iam } from "./access";
import { VENDOR } from "./answers";
import { gatewayAdvice, rowOf, wordsOf } from "./codes";
import type { Login } from "./credentials";
import { NAMESPACE, VARIABLES } from "./settings";

/** How long a token is valid that does not say so, in milliseconds. */
const TOKEN_LIFE = 24 * 3_600_000;

/** A token of the region's project. */
export interface IssuedToken {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Asks IAM for a token of the project that is named as the region. */
export function fetchToken(
  { endpoint, region }: Iam,
  login: Login,
  limits: CallLimits,
  runtime: Runtime,
): Promise<Outcome<IssuedToken>> {
  const { userName, password, domainName } = login;
  const body = {
    auth: {
      identity: {
        methods: ["password"],
        password: { user: { name: userName, password: password.reveal(), domain: { name: domainName } } },
      },
      scope: { project: { name: region } },
    },
  };
  const request: Request = {
    method: "POST",
    url: `${endpoint.url}/v3/auth/tokens`,
    proxy: endpoint.proxy,
    headers: { accept: "application/json", "content-type": "application/json" },
    body: Buffer.from(JSON.stringify(body)),
    // A second token does no harm.
    once: false,
  };
  return sendUpTo(
    () => request,
    limits,
    (exchange) => readToken(exchange, runtime.timing.now()),
    runtime,
  );
}

const tokenBody = z.object({ token: z.object({ issued_at: z.iso.datetime(), expires_at: z.iso.datetime() }) });

export function readToken(exchange: Exchange, now: number): Answer<IssuedToken> {
  return read(exchange, (reply) => {
    const token = reply.headers["x-subject-token"];
    if (reply.status !== 201 || typeof token !== "string" || token === "") return null;
    const body = tokenBody.safeParse(jsonOf(reply.body)).data?.token;
    // Its length alone counts, since the vendor's clock need not be this machine's.
    const life = body === undefined ? TOKEN_LIFE : Date.parse(body.expires_at) - Date.parse(body.issued_at);
    return { token, expiresAt: now + life };
  });
}

const projects = z.object({ projects: z.array(z.object({ id: z.string().min(1), name: z.string() })) });

/** Gives the ids of the projects of that name that the credentials may see. */
export function readProjects(exchange: Exchange, name: string): Answer<readonly string[]> {
  return read(exchange, (reply) => {
    const parsed = projects.safeParse(jsonOf(reply.body));
    if (reply.status !== 200 || !parsed.success) return null;
    return parsed.data.projects.filter((project) => project.name === name).map((project) => project.id);
  });
}

/** IAM's own envelope, and the one that it shares with the other services. */
const own = z.object({ error: z.object({ code: z.union([z.number(), z.string()]), message: z.string().catch("") }) });
const shared = z.object({ error_code: z.string().min(1), error_msg: z.string().catch("") });

/** What IAM's statuses mean, which are about users and projects and not about signatures. */
const OWN = new Map<number, CodeRow>([
  [
    403,
    {
      meaning: "other",
      advice: `The credentials are known, but may not ask IAM for this: ask the account's administrator, or give the project's id as ${NAMESPACE}:projectId or ${VARIABLES.projectId}, and it is not looked up.`,
    },
  ],
  [
    404,
    {
      meaning: "other",
      advice: `A token is of the project that is named as the region: give the region in which the service was opened and which the user may use, as ${NAMESPACE}:region or ${VARIABLES.region}.`,
    },
  ],
]);

function rowAt(status: number, code: string | null): CodeRow | null {
  const own = code === null || code.startsWith("APIGW.") ? undefined : OWN.get(status);
  return own ?? rowOf(status, code, false);
}

function read<Value>(exchange: Exchange, value: (reply: Reply) => Value | null): Answer<Value> {
  return readAnswer(exchange, { service: `${VENDOR}'s IAM`, value, refusal, isBusy });
}

function refusal(status: number, body: string | null): Refusal | null {
  const json = jsonOf(body);
  const [inOwn, inShared] = [own.safeParse(json).data?.error, shared.safeParse(json).data];
  const code = inShared?.error_code ?? (inOwn === undefined ? null : String(inOwn.code));
  const row = rowAt(status, code);
  if (row === null) return null;
  const words = inShared?.error_msg ?? inOwn?.message ?? "";
  const advice = (code === null ? null : gatewayAdvice(code, words)) ?? row.advice;
  return { ...row, code, words: code === null ? "" : wordsOf(code, words), advice };
}
