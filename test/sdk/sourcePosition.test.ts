import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { expect } from "chai";
import { JPushSmsSignature } from "../../sdk";
import { Registrations, valueOf } from "./registrations";
import { COMPANY } from "./samples";

/** As a program has it: a frame that the SDK can read. */
function declare(): JPushSmsSignature {
  return new JPushSmsSignature("brand", COMPANY);
}

describe("the place of a signature in the state", () => {
  it("is the program's, and the way there leads through no file of this package", async () => {
    await new Registrations().install();
    const monitor = pulumi.runtime.getMonitor() as {
      registerResource: (request: RegisterResourceRequest, ...rest: unknown[]) => unknown;
    };
    const register = monitor.registerResource.bind(monitor);
    let seen: RegisterResourceRequest | undefined;
    monitor.registerResource = (request, ...rest) => {
      seen = request;
      return register(request, ...rest);
    };
    const before = Error.prepareStackTrace;
    await valueOf(declare().urn);
    expect(seen?.getSourceposition()?.getUri()).to.match(/\/test\/sdk\/sourcePosition\.test\.ts$/);
    const files = seen?.getStacktrace()?.getFramesList() ?? [];
    const own = files.filter((frame) => frame.getPc()?.getUri().includes("/sdk/generated/"));
    expect(own).to.deep.equal([]);
    expect(Error.prepareStackTrace).to.equal(before);
  });
});
