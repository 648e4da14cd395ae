import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import type { ReviewReceiver } from "pulumi-sms/review";

/** A receiver mounted at /reviews, as a program of that framework would. */
export interface Mounted {
  readonly url: string;
  close(): Promise<void>;
}

type Mount = (receiver: ReviewReceiver) => Promise<Mounted>;

async function listening(server: Server): Promise<Mounted> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/reviews`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export const http: Mount = (receiver) =>
  listening(createServer((request, response) => void receiver.node(request, response)));

const inExpress: Mount = (receiver) => {
  const app = express();
  app.all("/reviews", receiver.node);
  return listening(createServer(app as RequestListener));
};

/** With a parser before it that has read the body. */
const inExpressParsed: Mount = (receiver) => {
  const app = express();
  app.use(express.urlencoded({ extended: false }));
  app.all("/reviews", receiver.node);
  return listening(createServer(app as RequestListener));
};

const inFastify: Mount = async (receiver) => {
  const app = fastify();
  // The receiver reads the form itself.
  app.addContentTypeParser("application/x-www-form-urlencoded", (_request, _payload, done) => done(null));
  app.all("/reviews", (request, reply) => {
    reply.hijack();
    return receiver.node(request.raw, reply.raw);
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  return { url: `${url}/reviews`, close: () => app.close() };
};

const inHono: Mount = (receiver) => {
  const app = new Hono();
  app.all("/reviews", ({ req }) => receiver.fetch(req.raw));
  return listening(createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }) as RequestListener));
};

export const mounts: Readonly<Record<string, Mount>> = {
  "Node's http": http,
  Express: inExpress,
  "Express with a body parser": inExpressParsed,
  Fastify: inFastify,
  Hono: inHono,
};
