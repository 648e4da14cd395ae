"use strict";
/* A thread in the place of a provider's process: it stands still in the moment that it is given, and is ended there. */
const { Buffer } = require("node:buffer");
const { join } = require("node:path");
const { parentPort, workerData } = require("node:worker_threads");
const watch = require("./moments.js");

const { position, frontEnd, handler, config } = workerData;
const speaks = watch(
  () => position,
  () => {
    parentPort.postMessage("reached");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
);

const FRONT_ENDS = {
  "the classes": () => {
    const methods = require(join(__dirname, "../../dist/provider"))[handler];
    void methods.configure({ config: { get: (key) => config[key] } });
    return (name, request) => methods[name](...request);
  },
  "the plugin": () => {
    const { call } = require("../provider/support/smsMethods.js")(() => undefined);
    return (name, [request]) => call(name, Buffer.from(request));
  },
};
const call = FRONT_ENDS[frontEnd]();

parentPort.on("message", async ({ count, method, request }) => {
  let answer;
  try {
    answer = { value: await call(method, request) };
  } catch (error) {
    const { message, id, properties, reasons, code, details, status } = error;
    answer = { error: { message, id, properties, reasons, code, details, status } };
  }
  speaks();
  parentPort.postMessage({ count, ...answer });
});
