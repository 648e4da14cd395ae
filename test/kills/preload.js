"use strict";
/*
 * Loaded before everything else into the processes of a test (NODE_OPTIONS). In the plugin process alone it waits for
 * the moment that the file `kill-at` in the working folder names, and there the process ends as by `kill -9`, or
 * stands still until somebody kills what else is to be killed, and goes on once the file is gone.
 */
const { readFileSync, renameSync, existsSync, writeSync } = require("node:fs");
const diagnostics = require("node:diagnostics_channel");
const { ClientRequest } = require("node:http");
const http2 = require("node:http2");

if (/dynamic-provider/.test(process.argv[1] ?? "")) {
  /** @returns {{ call: string, nth?: number, moment: string, ends: string } | null} */
  const position = () => {
    try {
      return JSON.parse(readFileSync("kill-at", "utf8"));
    } catch {
      return null;
    }
  };

  const reached = ({ ends }) => {
    if (ends === "plugin") {
      renameSync("kill-at", "killed");
      process.kill(process.pid, "SIGKILL");
    }
    writeSync(1, `reached the moment in ${process.pid}\n`);
    const nobody = new Int32Array(new SharedArrayBuffer(4));
    while (existsSync("kill-at")) Atomics.wait(nobody, 0, 0, 10);
  };

  let answered = false;
  /** The program has seen the answer: what it keeps of it is on the disk before it speaks to anybody again. */
  const speaks = () => {
    const at = answered ? position() : null;
    answered = false;
    if (at !== null) reached(at);
  };

  const times = {};
  /** Calls `act` when the nth call of that kind comes to the moment. */
  const at = (moment, act, { method, path }) => {
    const wanted = position();
    if (wanted?.moment !== moment || wanted.call !== `${method} ${path.split("?")[0]}`) return;
    times[moment] = (times[moment] ?? 0) + 1;
    if (times[moment] === (wanted.nth ?? 1)) act(wanted);
  };

  // A request is given its connection right before its first byte is written.
  const { onSocket } = ClientRequest.prototype;
  ClientRequest.prototype.onSocket = function (...given) {
    speaks();
    at("before", reached, this);
    return onSocket.apply(this, given);
  };
  diagnostics.subscribe("http.client.response.finish", ({ request, response }) => {
    // The vendor has done it and has answered; the program has not been told yet.
    at("between", reached, request);
    response.once("end", () => at("after", () => void (answered = true), request));
  });

  const { createServer } = http2;
  http2.createServer = (...options) => {
    const server = createServer(...options);
    server.on("stream", (stream) => {
      const { respond } = stream;
      stream.respond = (...answer) => {
        speaks();
        return respond.apply(stream, answer);
      };
    });
    return server;
  };
}
