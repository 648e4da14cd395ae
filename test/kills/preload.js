"use strict";
/*
 * Loaded before everything else into the processes of a test (NODE_OPTIONS). In the plugin process alone it waits for
 * the moment that the file `kill-at` in the working folder names, and there the process ends as by `kill -9`, or
 * stands still until somebody kills what else is to be killed, and goes on once the file is gone.
 */
const { readFileSync, renameSync, existsSync, writeSync } = require("node:fs");
const http2 = require("node:http2");
const watch = require("./moments.js");

if (/dynamic-provider/.test(process.argv[1] ?? "")) {
  const position = () => {
    try {
      return JSON.parse(readFileSync("kill-at", "utf8"));
    } catch {
      return null;
    }
  };

  const speaks = watch(position, ({ ends }) => {
    if (ends === "plugin") {
      renameSync("kill-at", "killed");
      process.kill(process.pid, "SIGKILL");
    }
    writeSync(1, `reached the moment in ${process.pid}\n`);
    const nobody = new Int32Array(new SharedArrayBuffer(4));
    while (existsSync("kill-at")) Atomics.wait(nobody, 0, 0, 10);
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
