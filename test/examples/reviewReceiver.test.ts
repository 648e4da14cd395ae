import { spawn, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "../../tools/hermetic";
import { APP_KEY, closeAfterEach, MASTER_SECRET, start } from "../emulator/support";

const TOKEN = "github_pat_made_up";

interface Dispatched {
  method: string | undefined;
  path: string | undefined;
  headers: Record<string, unknown>;
  body: { ref: string; inputs: { review: string } };
}

/** A stand-in for GitHub's API: takes dispatches, or answers what it is told. */
class GitHub {
  readonly dispatched: Dispatched[] = [];
  readonly answers: number[] = [];
  readonly #events = new EventEmitter();
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));

  async open(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    this.dispatched.push({
      method: request.method,
      path: request.url,
      headers: request.headers,
      body: JSON.parse(body),
    });
    response.writeHead(this.answers.shift() ?? 204).end();
    this.#events.emit("dispatched");
  }

  async received(count: number): Promise<Dispatched[]> {
    while (this.dispatched.length < count) await once(this.#events, "dispatched");
    return this.dispatched;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

describe("the example of a receiver", function () {
  this.timeout(30_000);
  const github = new GitHub();
  let child: ChildProcess | undefined;
  let printed = "";
  closeAfterEach();
  afterEach(() => {
    child?.kill("SIGKILL");
    github.close();
  });

  /** Starts it as its README says, and resolves to where it listens. */
  async function receiver(environment: Record<string, string>): Promise<string> {
    child = spawn(process.execPath, ["receiver.mjs"], {
      cwd: join(root, "examples", "review-receiver"),
      env: {
        PATH: process.env["PATH"],
        PORT: "0",
        GITHUB_REPOSITORY: "acme/shop",
        GITHUB_TOKEN: TOKEN,
        JPUSH_APP_KEY: APP_KEY,
        JPUSH_MASTER_SECRET: MASTER_SECRET,
        ...environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on("data", (chunk) => {
        printed += String(chunk);
        child!.emit("printed");
      });
    }
    for (;;) {
      const [, url] = /listening on (\S+)/.exec(printed) ?? [];
      if (url) return url;
      await once(child, "printed");
    }
  }

  it("starts the workflow at each decision that JPush confirms, and tries again where GitHub does not take it", async () => {
    const api = await github.open();
    // JPush is asked whether a decision is true: the emulator, which is to call an address that must be there first.
    const silent = await start();
    const { port } = new URL(silent.emulator.url);
    await silent.emulator.close();
    const endpoint = `http://127.0.0.1:${port}`;
    const callbackUrl = await receiver({ GITHUB_API_URL: api, JPUSH_ENDPOINT: endpoint });
    const emulator = await start({ port: Number(port), callbackUrl });

    github.answers.push(503);
    const id = await emulator.created();
    await emulator.review(id, "reject", "营业执照模糊");
    await github.received(1);
    const stream = await fetch(`${endpoint}/_emulator/events`);
    for await (const _ of stream.body!) {
      const [called] = (await emulator.control("/callbacks")).json as [{ deliveries: { state: string }[] }];
      if (called.deliveries[0]!.state === "waiting") break;
    }
    await emulator.control("/clock", "POST", { advance: "3m" });
    const [, { method, path, headers, body }] = (await github.received(2)) as [Dispatched, Dispatched];
    expect([method, path]).to.deep.equal(["POST", "/repos/acme/shop/actions/workflows/after-review.yml/dispatches"]);
    expect(headers).to.include({
      authorization: `Bearer ${TOKEN}`,
      accept: "application/vnd.github+json",
      "x-github-api-version": "2022-11-28",
    });
    expect(body.ref).to.equal("main");
    expect(Object.keys(body.inputs)).to.deep.equal(["review"]);
    expect(JSON.parse(body.inputs.review)).to.include({ v: 1, signId: id, status: "rejected", reason: "营业执照模糊" });

    while (!printed.includes(`${id} is rejected: after-review.yml is started`)) await once(child!, "printed");
    expect(printed).to.contain("GitHub answered the dispatch of after-review.yml with HTTP 503");
    for (const secret of [TOKEN, MASTER_SECRET]) expect(printed).not.to.contain(secret);
    expect((await fetch(callbackUrl.replace("/reviews", "/health"))).status).to.equal(200);
    expect((await fetch(callbackUrl.replace("/reviews", "/other"))).status).to.equal(404);

    child!.kill("SIGTERM");
    const [code] = await once(child!, "exit");
    expect(code).to.equal(0);
  });
});
