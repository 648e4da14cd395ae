"use strict";
/*
 * Loaded before everything else into the processes of a test (NODE_OPTIONS). In the plugin process alone it waits for
 * the moment that the file `kill-at` in the working folder names, and there the process ends as by `kill -9`, or
 * stands still until somebody kills what else is to be killed, and goes on once the file is gone.
 */
const { readFileSync, renameSync, existsSync, writeSync } = require("node:fs");
const diagnostics = require("node:diagnostics_channel");
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

  /** Calls `act` when the nth call of that kind comes to the moment. */
  const at = (moment, act) => {
    let times = 0;
    return (message) => {
      const { method, path } = message.request;
      const wanted = position();
      if (wanted?.moment !== moment || wanted.call !== `${method} ${path.split("?")[0]}`) return;
      if (++times === (wanted.nth ?? 1)) act(wanted);
    };
  };

  // undici tells it right before the first byte is written.
  diagnostics.subscribe("undici:client:sendHeaders", speaks);
  diagnostics.subscribe("undici:client:sendHeaders", at("before", reached));
  // The vendor has done it and has answered; the program has not been told yet.
  diagnostics.subscribe("undici:request:headers", at("between", reached));
  diagnostics.subscribe(
    "undici:request:trailers",
    at("after", () => void (answered = true)),
  );

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
