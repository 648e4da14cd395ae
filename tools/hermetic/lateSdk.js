"use strict";

// Loaded first into every Node process of a hermetic run. The SDK loads a compiler and a package manager with itself,
// to serialise functions, which this package's resources have none of; each costs every process a quarter of a second.
// Here both are loaded by whoever first uses them.
const Module = require("node:module");

const LATE = ["@npmcli/arborist", "../../typescript-shim"];
const load = Module._load;

Module._load = function (request, ...rest) {
  if (!LATE.includes(request)) return load.call(this, request, ...rest);
  let loaded;
  const get = (_, name) => (name === "__esModule" ? true : (loaded ??= load.call(this, request, ...rest))[name]);
  return new Proxy({}, { get });
};
