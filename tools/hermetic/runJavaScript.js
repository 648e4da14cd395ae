"use strict";

// In place of the SDK's own entry for programs. The pinned host for Node always asks for TypeScript, and loading a
// compiler costs every run of a JavaScript program a third of its time.
delete process.env.PULUMI_NODEJS_TYPESCRIPT;
require(require.resolve("@pulumi/pulumi/cmd/run", { paths: [process.cwd()] }));
// The SDK has stack traces mapped to its sources. The mapped paths make some releases of Node compute for most of a
// minute when a program throws (nodejs/node#64011).
Error.prepareStackTrace = undefined;
