import { Hono, type Context } from "hono";
import type { Clock } from "../clock";
import { failureDetail } from "../data-file-error";
import type { Environment } from "../server/environment";
import { parseForm } from "../server/form";
import type { Image, Signature, Submission } from "../signatures/signature";
import type { SignatureStore } from "../signatures/store";
import type { Admission } from "./admission";
import { envelope, JPushError } from "./errors";
import { readSubmission } from "./fields";
import { revisions } from "./revisions";
import type { Revision } from "./revisions/revision";
import type { JPushApp, JPushSettings } from "./settings";

interface JPushEnvironment extends Environment {
  Variables: { app?: JPushApp };
}

type Request = Context<JPushEnvironment>;

export interface Served {
  store: SignatureStore;
  settings: JPushSettings;
  admission: Admission;
  clock: Clock;
}

/** The vendor's four calls. */
export function jpushRoutes({ store, settings, admission, clock }: Served): Hono<JPushEnvironment> {
  const routes = new Hono<JPushEnvironment>({ strict: false });

  routes.post("/v1/sign", async (request) => {
    const app = admit(request);
    const submission = await read(request);
    if (!settings.duplicates) refuseDuplicate(app, submission);
    waitForTurn(app);
    return request.json({ sign_id: store.submit(app.key, submission).id });
  });

  routes.post("/v1/sign/:id", async (request) => {
    const app = admit(request);
    const before = find(request, app);
    const submission = await read(request, settings.modifyKeepsImages ? before.images : []);
    // Reading took a moment, in which it could have been deleted.
    const signature = find(request, app);
    if (store.status(signature) !== "rejected") {
      throw new JPushError(settings.notRejectedCode, "only a rejected signature may be modified");
    }
    if (!settings.duplicates) refuseDuplicate(app, submission, signature);
    if (settings.modifyWaits) waitForTurn(app);
    store.resubmit(signature, submission);
    return request.json({ sign_id: signature.id });
  });

  routes.get("/v1/sign/:id", (request) => {
    const signature = find(request, admit(request));
    return request.json(revisionOf(request).answer(signature, settings));
  });

  routes.delete("/v1/sign/:id", (request) => {
    const signature = find(request, admit(request));
    const { undeletable } = revisionOf(request);
    if (undeletable === "default" ? signature.isDefault : signature.inUse) {
      throw new JPushError(50105, "only the console can make another one the default, or take it out of use");
    }
    if (!settings.deletePending && store.status(signature) === "pending") {
      throw new JPushError(50103, "a setting of the emulator keeps what is under review");
    }
    store.remove(signature);
    return request.body(null, 200, { "content-length": "0" });
  });

  for (const path of ["/v1/sign", "/v1/sign/:id"]) {
    routes.all(path, ({ req }) => {
      throw new JPushError(50018, `there is no ${req.method} here`);
    });
  }
  routes.notFound((request) => refuse(new JPushError(50016, "there is /v1/sign and /v1/sign/{sign_id}"), request));
  routes.onError((error, request) => refuse(error, request));
  return routes;

  function admit(request: Request): JPushApp {
    const caller = {
      authorization: request.req.header("authorization"),
      address: request.env.incoming.socket.remoteAddress ?? "",
    };
    const app = admission.identify(caller);
    request.set("app", app);
    admission.check(app, caller);
    return app;
  }

  function revisionOf(request: Request): Revision {
    return revisions[request.get("app")?.revision ?? settings.revision];
  }

  function find(request: Request, app: JPushApp): Signature {
    const signature = store.find(request.req.param("id") ?? "");
    if (signature?.account !== app.key) throw new JPushError(settings.absentCode, "this app has no such signature");
    return signature;
  }

  async function read(request: Request, kept: readonly Image[] = []): Promise<Submission> {
    const contentType = request.req.header("content-type") ?? "";
    if (request.env.body.length === 0) throw new JPushError(50003, "the body is empty");
    if (!/^multipart\/form-data\s*(;|$)/i.test(contentType)) throw new JPushError(50017, "send multipart/form-data");
    const parts = await parseForm(contentType, request.env.body).catch(() => {
      throw new JPushError(50007, "the body is not the multipart form that its Content-Type tells");
    });
    return readSubmission(parts, { revision: revisionOf(request), settings, now: clock.now() }, kept);
  }

  function refuseDuplicate(app: JPushApp, { text }: Submission, except?: Signature): void {
    const same = store.all().some((one) => one !== except && one.account === app.key && one.text === text);
    if (same) throw new JPushError(50104, "sign: another signature of the app has this text");
  }

  function waitForTurn(app: JPushApp): void {
    if (store.pending(app.key) < settings.reviewsAtOnce) return;
    throw new JPushError(50103, `${settings.reviewsAtOnce} under review is all that the app may have`);
  }

  function refuse(error: Error, request: Request): Response {
    const refusal = error instanceof JPushError ? error : new JPushError(50019, failureDetail(error));
    const { status, body } = envelope(revisionOf(request).errors, refusal.code);
    const headers = { "content-type": "application/json", "x-emulator-detail": refusal.detail };
    return new Response(body, { status, headers });
  }
}
