import { Hono } from "hono";
import { z } from "zod";
import type { Environment } from "../server/environment";
import type { Admission } from "./admission";
import { IamError, iamEnvelope, refuse } from "./errors";
import { made } from "./ids";
import type { HuaweiAccount, HuaweiSettings } from "./settings";
import type { Tokens } from "./tokens";
import { wireRequest } from "./wire";

const named = z.object({ name: z.string().optional(), id: z.string().optional() });
const body = z.object({
  auth: z.object({
    identity: z.object({
      methods: z.array(z.string()),
      password: z.object({
        user: z.object({ name: z.string(), password: z.string(), domain: z.object({ name: z.string() }) }),
      }),
    }),
    scope: z.object({ project: named.optional(), domain: named.optional() }).optional(),
  }),
});

export interface Identity {
  settings: HuaweiSettings;
  admission: Admission;
  tokens: Tokens;
}

/** IAM, as far as clients of the service need it: tokens for a password, and the list of projects. */
export function iamRoutes({ settings, admission, tokens }: Identity): Hono<Environment> {
  const routes = new Hono<Environment>({ strict: false });

  routes.post("/v3/auth/tokens", (request) => {
    const { identity, scope } = read(request.env.body);
    const { name, password, domain } = identity.password.user;
    const known = settings.accounts.filter(
      (one) => one.userName === name && one.userPassword === password && one.domainName === domain.name,
    );
    if (!identity.methods.includes("password") || known.length === 0) {
      throw new IamError(401, "The username or password is wrong.");
    }
    const wanted = scope?.project;
    const project = wanted && known.find(({ region, projectId }) => region === wanted.name || projectId === wanted.id);
    if (wanted && !project) throw new IamError(404, "Could not find the project.");
    const { token, issuedAt, expiresAt } = tokens.issue({ domainName: domain.name, projectId: project?.projectId });
    const owner = domainOf(domain.name);
    return request.json(
      {
        token: {
          issued_at: microseconds(issuedAt),
          expires_at: microseconds(expiresAt),
          methods: ["password"],
          catalog: [],
          roles: [],
          ...(project
            ? { project: { id: project.projectId, name: project.region, domain: owner } }
            : { domain: owner }),
          user: { id: made(`user ${name}`), name, domain: owner, password_expires_at: "" },
        },
      },
      201,
      { "x-subject-token": token },
    );
  });

  routes.get("/v3/projects", (request) => {
    const { domainName } = admission.identify(wireRequest(request));
    const name = request.req.query("name");
    const projects = settings.accounts
      .filter((one) => one.domainName === domainName && (!name || one.region === name))
      .map(projectOf);
    return request.json({ projects, links: { self: request.req.url, previous: null, next: null } });
  });

  routes.onError((error) => {
    if (!(error instanceof IamError)) return refuse(settings.statuses, error);
    return new Response(iamEnvelope(error), { status: error.status, headers: { "content-type": "application/json" } });
  });
  return routes;
}

function read(bytes: Buffer): z.output<typeof body>["auth"] {
  try {
    return body.parse(JSON.parse(bytes.toString("utf8"))).auth;
  } catch {
    throw new IamError(400, "Request body is invalid.");
  }
}

function domainOf(name: string): { id: string; name: string } {
  return { id: made(`domain ${name}`), name };
}

function projectOf({ projectId, region, domainName }: HuaweiAccount): Record<string, unknown> {
  const { id } = domainOf(domainName);
  return {
    id: projectId,
    name: region,
    domain_id: id,
    parent_id: id,
    is_domain: false,
    enabled: true,
    description: "",
  };
}

/** IAM writes six digits after the second. */
function microseconds(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "000Z");
}
