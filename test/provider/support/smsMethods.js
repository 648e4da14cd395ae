"use strict";
/* The plugin's methods over the bytes of their messages: no socket, no process. Plain JavaScript, for a thread too. */
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { ResourceProviderService } = require("@pulumi/pulumi/proto/provider_grpc_pb");

// As it is published: the sources' own dynamic imports name compiled files.
const compiled = createRequire(join(__dirname, "../../../dist/provider/plugin/"));
const { EngineLog } = compiled("../engine/EngineLog.js");
const { Memory } = compiled("../memory.js");
const { closeAtEnd } = compiled("../journal/savedRecords.js");
const { Engine } = compiled("./engine.js");
const { Provider } = compiled("./Provider.js");
const { RESOURCES } = compiled("./resources.js");
const { methodsOf } = compiled("./server.js");

/**
 * A plugin as new as a process that has just started.
 * @param log takes each line
 * @param resources in the place of the plugin's own
 */
module.exports = function smsMethods(log, resources) {
  const memory = new Memory();
  const provider = new Provider(memory, new EngineLog(async (line) => log(line)), resources);
  const methods = methodsOf(provider, new Engine(), () => ({ version: "0.0.0", schema: "{}" }), memory);
  return {
    /** Rejects with what gRPC would carry. */
    call: (name, bytes) =>
      new Promise((succeed, fail) => {
        const { requestDeserialize, responseSerialize } = ResourceProviderService[name];
        methods[name]({ request: requestDeserialize(bytes) }, (error, response) =>
          error ? fail(failure(error)) : succeed(responseSerialize(response)),
        );
      }),
    /** As at the interrupt with which the engine ends a run in order. */
    end: () => closeAtEnd(memory),
  };
};

module.exports.RESOURCES = RESOURCES;

/** Of what can be sent to another thread. */
function failure({ code, details, metadata }) {
  const [status] = metadata?.get("grpc-status-details-bin") ?? [];
  return { code, details, status };
}
