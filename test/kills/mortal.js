"use strict";
/* A thread in the place of a plugin process: it stands still in the moment that it is given, and is ended there. */
const { join } = require("node:path");
const { parentPort, workerData } = require("node:worker_threads");
const watch = require("./moments.js");

const { position, handler: name, config } = workerData;
const speaks = watch(
  () => position,
  () => {
    parentPort.postMessage("reached");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
);

const handler = require(join(__dirname, "../../dist/provider"))[name];
void handler.configure({ config: { get: (key) => config[key] } });

parentPort.on("message", async ({ count, method, request }) => {
  let answer;
  try {
    answer = { value: await handler[method](...request) };
  } catch (error) {
    const { message, id, properties, reasons } = error;
    answer = { error: { message, id, properties, reasons } };
  }
  speaks();
  parentPort.postMessage({ count, ...answer });
});
