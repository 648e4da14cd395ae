import { expect } from "chai";
import { Memory } from "../../provider/memory";
import { runExclusive } from "../../provider/runExclusive";

const memory = new Memory();

/** Work that ends when it is told to, and keeps a record of what runs. */
function stage() {
  const running: string[] = [];
  const ends = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  const work = (name: string) => () => {
    running.push(name);
    return new Promise<string>((resolve, reject) => ends.set(name, { resolve: () => resolve(name), reject }));
  };
  return { running, work, ends };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("turns", () => {
  it("come one after another in the order asked for", async () => {
    const { running, work, ends } = stage();
    const turns = ["first", "second", "third"].map((name) => runExclusive(memory, "account", work(name)));
    for (const name of ["first", "second", "third"]) {
      await settled();
      expect(running.at(-1)).to.equal(name);
      ends.get(name)!.resolve();
    }
    expect(await Promise.all(turns)).to.deep.equal(["first", "second", "third"]);
    expect(running).to.deep.equal(["first", "second", "third"]);
  });

  it("of different accounts run side by side", async () => {
    const { running, work, ends } = stage();
    const turns = [runExclusive(memory, "one", work("one")), runExclusive(memory, "other", work("other"))];
    await settled();
    expect(running).to.deep.equal(["one", "other"]);
    for (const { resolve } of ends.values()) resolve();
    await Promise.all(turns);
  });

  it("go on after a failure, which is told to its caller alone", async () => {
    const { work, ends } = stage();
    const failing = runExclusive(memory, "account", work("failing"));
    const throwing = runExclusive(memory, "account", () => {
      throw new Error("at once");
    });
    const next = runExclusive(memory, "account", work("next"));
    await settled();
    ends.get("failing")!.reject(new Error("it failed"));
    expect(await failing.catch((error: Error) => error.message)).to.equal("it failed");
    expect(await throwing.catch((error: Error) => error.message)).to.equal("at once");
    await settled();
    ends.get("next")!.resolve();
    expect(await next).to.equal("next");
  });
});
