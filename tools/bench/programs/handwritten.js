"use strict";

const pulumi = require("@pulumi/pulumi");
const { each, secrets } = require("./inputs");

/**
 * A dynamic provider as somebody careful writes it for one team: it makes the same calls as pulumi-sms, one submission
 * at a time, checks answers, and keeps secrets. It has no journal, no review, no documents by hash.
 */
const provider = {
  async create(inputs) {
    const { readFile } = require("node:fs/promises");
    const form = new FormData();
    for (const [name, value] of Object.entries(inputs)) {
      if (name === "__provider" || name === "apiRevision") continue;
      for (const [position, each] of (Array.isArray(value) ? value : [value]).entries()) {
        if (typeof each === "object") {
          form.append(name === "images" ? "image" + position : name, new Blob([await readFile(each.path)]), each.path);
        } else form.append(name, String(each));
      }
    }
    const before = globalThis.submission;
    const filed = (async () => {
      await before;
      return provider.call("POST", "/v1/sign", form);
    })();
    globalThis.submission = filed.catch(() => undefined);
    const { sign_id } = await filed;
    const seen = await provider.call("GET", "/v1/sign/" + sign_id);
    return { id: String(sign_id), outs: { ...inputs, signId: sign_id, status: seen.status } };
  },

  async read(id, state) {
    const seen = await provider.call("GET", "/v1/sign/" + id);
    return { id, props: { ...state, sign: seen.sign, status: seen.status } };
  },

  async diff(id, olds, news) {
    const same = (old, current) => JSON.stringify(old?.hash ?? old) === JSON.stringify(current?.hash ?? current);
    return { changes: Object.keys(news).some((name) => !same(olds[name], news[name])) };
  },

  async delete(id) {
    await provider.call("GET", "/v1/sign/" + id);
    await provider.call("DELETE", "/v1/sign/" + id);
  },

  async call(method, path, body) {
    const credentials = process.env.JPUSH_APP_KEY + ":" + process.env.JPUSH_MASTER_SECRET;
    const answer = await fetch(process.env.JPUSH_ENDPOINT + path, {
      method,
      body,
      headers: { authorization: "Basic " + Buffer.from(credentials).toString("base64") },
      signal: AbortSignal.timeout(60_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === "" ? {} : JSON.parse(text);
  },
};

class HandWritten extends pulumi.dynamic.Resource {
  constructor(name, inputs) {
    super(provider, name, { signId: undefined, status: undefined, ...inputs }, secrets);
  }
}

each((name, inputs) => new HandWritten(name, inputs));
