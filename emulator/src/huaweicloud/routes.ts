import { Hono, type Context } from "hono";
import type { Environment } from "../server/environment";
import { parseForm } from "../server/form";
import type { Signature, Submission } from "../signatures/signature";
import type { SignatureStore } from "../signatures/store";
import { application, brief, file, full } from "./answers";
import { applicationsOf } from "./applications";
import { activating, lapsed } from "./entities";
import { HuaweiError, refuse } from "./errors";
import { readSubmission } from "./fields";
import type { Files } from "./files";
import { iamRoutes, type Identity } from "./iam";
import { page } from "./list";
import type { HuaweiAccount } from "./settings";
import { wireRequest } from "./wire";

type Request = Context<Environment>;
type Answer = Record<string, unknown>;

export interface Served extends Identity {
  store: SignatureStore;
  files: Files;
}

const root = "/v2/:project/msgsms";
const signatureFilters = ["signature_name", "signature_type", "signature_id", "status", "app_name"];

/** MSGSMS v2, as far as signatures need it, and IAM. */
export function huaweiRoutes(served: Served): Hono<Environment> {
  const { store, files, settings, admission } = served;
  const routes = new Hono<Environment>({ strict: false });
  routes.route("/", iamRoutes(served));

  routes.get(`${root}/apps`, (request) => {
    const list = applicationsOf(admit(request)).map(application);
    // In the order of the setting, unless another is asked for.
    return json(page(list, { sort_dir: "asc", ...request.req.query() }, ["app_name", "status", "region"], settings));
  });

  routes.post(`${root}/upload-files`, async (request) => {
    const account = admit(request);
    const contentType = request.req.header("content-type") ?? "";
    const parts = await parseForm(contentType, request.env.body).catch(() => []);
    const part = parts.findLast(({ name }) => name === "file");
    if (!part) throw new HuaweiError("MSGSMS.0002", "the body is not a multipart form with a part named file");
    const description = request.req.query("file_desc") ?? "";
    const kept = files.upload(account.projectId, { ...part, description }, settings.fileLimit);
    return json(file(kept, account, settings.utcOffset));
  });

  routes.get(`${root}/upload-files`, (request) => {
    const account = admit(request);
    const id = request.req.query("file_id");
    if (!id) throw new HuaweiError("MSGSMS.0002", "file_id: is missing");
    const found = files.find(account.projectId, id);
    if (!found) throw new HuaweiError("MSGSMS.0011", "file_id: the project has no such file");
    return json(file(found, account, settings.utcOffset));
  });

  routes.post(`${root}/signatures`, (request) => {
    const account = admit(request);
    const submission = read(request, account);
    refuseDuplicate(account, submission);
    return json(brief(store.submit(account.projectId, submission)), settings.createdStatus);
  });

  routes.get(`${root}/signatures`, (request) => {
    const account = admit(request);
    const all = store.all().filter((one) => one.account === account.projectId);
    const answers = all.map((one) => show(one, account));
    return json(page(answers, request.req.query(), signatureFilters, settings));
  });

  routes.get(`${root}/signatures/:id`, (request) => {
    const account = admit(request);
    return json(show(find(request, account), account));
  });

  routes.put(`${root}/signatures/:id`, (request) => {
    const account = admit(request);
    const signature = find(request, account);
    const submission = read(request, account);
    if (store.status(signature) !== "rejected")
      throw new HuaweiError("MSGSMS.0007", "only a rejected signature may be updated");
    refuseDuplicate(account, submission, signature);
    store.resubmit(signature, submission);
    return json(brief(signature));
  });

  routes.put(`${root}/signatures/:id/active`, (request) => {
    const signature = find(request, admit(request));
    if (signature.vendorStatus !== lapsed) throw new HuaweiError("MSGSMS.0130", `its status is not ${lapsed}`);
    store.reopen(signature, activating, "reactivated");
    return empty(200);
  });

  routes.delete(`${root}/signatures/:id`, (request) => {
    store.remove(find(request, admit(request)));
    return empty(settings.deletedStatus);
  });

  routes.notFound(() => refuse(settings.statuses, new HuaweiError("APIGW.0101")));
  routes.onError((error) => refuse(settings.statuses, error));
  return routes;

  function admit(request: Request): HuaweiAccount {
    return admission.enter(wireRequest(request), request.req.param("project") ?? "");
  }

  function find(request: Request, { projectId }: HuaweiAccount): Signature {
    const signature = store.find(request.req.param("id") ?? "");
    if (signature?.account !== projectId)
      throw new HuaweiError(settings.absentCode, "id: the project has no such signature");
    return signature;
  }

  function read(request: Request, account: HuaweiAccount): Submission {
    const submission = readSubmission(request.env.body, { settings, file: (id) => files.find(account.projectId, id) });
    if (!applicationOf(account, submission))
      throw new HuaweiError(settings.absentAppCode, "app_id: the project has no such application");
    return submission;
  }

  function applicationOf(account: HuaweiAccount, { fields }: Submission) {
    return applicationsOf(account).find(({ id }) => id === fields["app_id"]);
  }

  function show(signature: Signature, account: HuaweiAccount): Answer {
    return full(signature, applicationOf(account, signature), settings);
  }

  /** An account has one of a name and type, whichever of its projects it is in. */
  function refuseDuplicate({ domainName }: HuaweiAccount, { text, fields }: Submission, except?: Signature): void {
    const projects = settings.accounts.filter((one) => one.domainName === domainName).map(({ projectId }) => projectId);
    const type = fields["signature_type"];
    const same = store
      .all()
      .some(
        (one) =>
          one !== except &&
          projects.includes(one.account) &&
          one.text === text &&
          one.fields["signature_type"] === type,
      );
    if (same) throw new HuaweiError(settings.duplicateCode, "another signature of the account has this name and type");
  }

  function json(answer: Answer, status = 200): Response {
    const absent = settings.nulls ? null : undefined;
    const text = JSON.stringify(answer, (_name, value: unknown) => (value === undefined ? absent : value));
    return new Response(text, { status, headers: { "content-type": "application/json" } });
  }
}

function empty(status: 200 | 204): Response {
  return new Response(null, { status, headers: status === 204 ? {} : { "content-length": "0" } });
}
