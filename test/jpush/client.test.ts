import { expect } from "chai";
import {
  AuthenticationError,
  DocumentError,
  InvalidInputError,
  LostAnswerError,
  UnexpectedAnswerError,
  VendorRefusedError,
} from "../../provider/errors";
import { sha256 } from "../documents/samples";
import { NoWaiting } from "../http/NoWaiting";
import { submitted } from "../vendors/submitted";
import { accountAt, connect, ID_CARD, JPushRig, PARTS, withText } from "./rig";
import type { Connected } from "./rig";

describe("JPush", () => {
  let rig: JPushRig;
  let timing: NoWaiting;
  let jpush: Connected;

  before(async () => {
    rig = await JPushRig.start();
  });
  after(() => rig.close());
  beforeEach(async () => {
    await rig.reset();
    timing = new NoWaiting();
    jpush = connect(accountAt(rig.url), { timing });
  });

  describe("as it is documented", () => {
    it("takes a submission with every part", async () => {
      const id = await submitted(jpush);
      const [signature, ...others] = await rig.signatures();
      expect(others).to.deep.equal([]);
      expect(signature).to.include({ id, text: "极光推送", status: "pending" });
      for (const part of PARTS) {
        if ("text" in part) expect(signature!.fields).to.have.property(part.wireName, part.text);
      }
      expect(signature!.images[0]).to.deep.equal({
        field: "idCardImage",
        fileName: "idCardImage.png",
        bytes: ID_CARD.length,
        sha256: sha256(ID_CARD),
      });
    });

    it("tells how a review stands", async () => {
      const id = await submitted(jpush);
      expect(await jpush.query(id)).to.deep.include({
        kind: "present",
        status: "pending",
        vendorStatus: "0",
        text: "极光推送",
      });
      await rig.review(id, "reject");
      expect(await jpush.query(id)).to.deep.include({ status: "rejected", vendorStatus: "2" });
      await jpush.modify(id);
      await rig.review(id, "approve");
      await rig.makeDefault(id);
      expect(await jpush.query(id)).to.deep.include({ status: "approved", vendorStatus: "1", isDefault: true });
    });

    it("passes on a status that nobody has heard of", async () => {
      const id = await submitted(jpush);
      await rig.patch(id, { vendorStatus: 7 });
      expect(await jpush.query(id)).to.deep.include({ kind: "present", status: "unknown", vendorStatus: "7" });
    });

    it("takes a rejected one's new content under the same id", async () => {
      const id = await submitted(jpush);
      await rig.review(id, "reject");
      jpush = connect(accountAt(rig.url), { prepare: async () => withText("极光短信") });
      expect(await jpush.modify(id)).to.deep.equal({ kind: "taken", id });
      const [signature, ...others] = await rig.signatures();
      expect(others).to.deep.equal([]);
      expect(signature).to.include({ id, text: "极光短信", status: "pending" });
    });

    it("deletes, and knows it is gone when asked again", async () => {
      const id = await submitted(jpush);
      expect(await jpush.remove(id)).to.deep.equal({ kind: "done" });
      expect(await jpush.remove(id)).to.deep.equal({ kind: "absent" });
      expect(await jpush.query(id)).to.deep.equal({ kind: "absent" });
      expect(await rig.signatures()).to.deep.equal([]);
    });
  });

  describe("refuses, and the error says what to do,", () => {
    it("a second submission while one is under review", async () => {
      await submitted(jpush);
      const answer = await jpush.submit();
      expect(answer).to.deep.include({ kind: "refused", reason: "review-open" });
      expect(answer)
        .to.have.property("error")
        .that.is.instanceOf(VendorRefusedError)
        .and.includes({ vendorCode: 50103, httpStatus: 403 });
      expect((await rig.requests()).filter(({ method }) => method === "POST")).to.have.lengthOf(2);
    });

    it("to delete the default signature, which only the console can change", async () => {
      const id = await submitted(jpush);
      await rig.review(id, "approve");
      await rig.makeDefault(id);
      const answer = await jpush.remove(id);
      expect(answer).to.deep.include({ kind: "refused", reason: "default" });
      expect(answer)
        .to.have.property("error")
        .that.is.instanceOf(VendorRefusedError)
        .and.has.property("message")
        .that.contains("console");
    });

    it("to modify what it does not hold", async () => {
      expect(await jpush.modify(999)).to.deep.include({ kind: "refused", reason: "absent" });
    });

    it("credentials that are not its own, whatever is asked", async () => {
      const stranger = connect(accountAt(rig.url, {}, "not-the-secret"), { timing });
      for (const answer of [await stranger.submit(), await stranger.query(1), await stranger.remove(1)]) {
        expect(answer)
          .to.have.property("error")
          .that.is.instanceOf(AuthenticationError)
          .and.includes({ httpStatus: 401, vendorCode: 50002 });
        expect(answer)
          .to.have.nested.property("error.message")
          .that.contains("--run-program")
          .and.contains("JPUSH_MASTER_SECRET")
          .and.contains("the stack's config")
          .and.not.contains("not-the-secret");
      }
      expect(timing.pauses).to.deep.equal([]);
    });

    it("with a code that nobody has heard of, whose words are passed on", async () => {
      await rig.faults({ kind: "status", status: 403, code: 59999, message: "moon in the wrong\u0007 phase" });
      const answer = await jpush.submit();
      expect(answer).to.deep.include({ kind: "refused", reason: "other" });
      expect(answer)
        .to.have.property("error")
        .that.is.instanceOf(VendorRefusedError)
        .and.includes({ vendorCode: 59999, httpStatus: 403 });
      expect(answer)
        .to.have.nested.property("error.message")
        .that.contains(`POST ${rig.url}/v1/sign`)
        .and.contains('"moon in the wrong phase"');
    });

    const queries: [code: number, status: number][] = [
      [50016, 404],
      [50035, 403],
      [50102, 404],
    ];
    for (const [code, status] of queries) {
      it(`a query with ${status}/${code}, which proves no absence`, async () => {
        const id = await submitted(jpush);
        await rig.faults({ kind: "status", status, code });
        const answer = await jpush.query(id);
        expect(answer.kind).to.equal("failed");
        expect(answer).to.have.property("error").that.includes({ httpStatus: status, vendorCode: code });
      });
    }
  });

  describe("when nothing is sent", () => {
    it("names what is wrong with the inputs or a document", async () => {
      for (const error of [
        new InvalidInputError([{ input: "sign", reason: "too long" }]),
        new DocumentError("idCardImage", "not there"),
      ]) {
        const faulty = connect(accountAt(rig.url), { prepare: () => Promise.reject(error) });
        expect(await faulty.submit()).to.deep.equal({ kind: "refused", reason: "invalid", error });
        expect(await faulty.modify(1)).to.deep.equal({ kind: "refused", reason: "invalid", error });
      }
      expect(await rig.requests()).to.deep.equal([]);
    });

    it("lets a defect through as what it is", async () => {
      const faulty = connect(accountAt(rig.url), { prepare: () => Promise.reject(new TypeError("a defect")) });
      const failure = await faulty.submit().catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(TypeError);
    });
  });

  describe("one submission at a time", () => {
    it("goes to one app, prepared when its turn has come", async () => {
      let underWay = 0;
      let most = 0;
      const account = accountAt(rig.url);
      const all = [..."甲乙丙丁"].map((letter) =>
        connect(account, {
          prepare: async () => {
            most = Math.max(most, ++underWay);
            return withText(`极光${letter}`);
          },
        })
          .submit()
          .finally(() => underWay--),
      );
      const answers = await Promise.all(all);
      expect(most).to.equal(1);
      expect(answers.map(({ kind }) => kind)).to.deep.equal(["taken", "refused", "refused", "refused"]);
    });
  });

  describe("whose answer is lost", () => {
    const faults: object[] = [
      { kind: "cut-before" },
      { kind: "cut-after" },
      { kind: "html", status: 502 },
      { kind: "html", status: 504, taken: true },
      { kind: "html", status: 200 },
      { kind: "html", status: 403 },
      { kind: "malformed", taken: true },
      { kind: "oversized", taken: true },
      { kind: "status", code: 50019 },
      { kind: "status", status: 503, headers: { "retry-after": "1" } },
      { kind: "status", status: 200 },
      { kind: "status", status: 200, code: 50103 },
      { kind: "status", status: 302, headers: { location: "/v1/sign" } },
      { kind: "status", status: 404 },
    ];
    for (const fault of faults) {
      const name = JSON.stringify(fault);

      it(`is not sent a submission twice (${name})`, async () => {
        await rig.faults({ ...fault, method: "POST" });
        const answer = await jpush.submit();
        expect(answer.kind).to.equal("lost");
        expect(answer).to.have.property("error").that.is.instanceOf(LostAnswerError);
        expect((await rig.requests()).filter(({ method }) => method === "POST")).to.have.lengthOf(1);
        expect(timing.pauses).to.deep.equal([]);
      });

      it(`is asked again for what it holds, until it says it (${name})`, async () => {
        const id = await submitted(jpush);
        await rig.faults({ ...fault, method: "GET", times: 2 });
        expect((await jpush.query(id)).kind).to.equal("present");
        expect(timing.pauses).to.have.lengthOf(2);
      });

      // To a deletion an empty 200 is the documented answer.
      if (name === '{"kind":"status","status":200}') continue;
      it(`is told again to delete, until it says it did (${name})`, async () => {
        const id = await submitted(jpush);
        await rig.faults({ ...fault, method: "DELETE", times: 2 });
        expect((await jpush.remove(id)).kind).to.be.oneOf(["done", "absent"]);
        expect(await rig.signatures()).to.deep.equal([]);
      });
    }

    it("is asked no more than the tries allow", async () => {
      await rig.faults({ kind: "html" });
      const query = await jpush.query(1);
      expect(query.kind).to.equal("failed");
      expect(query)
        .to.have.property("error")
        .that.is.instanceOf(UnexpectedAnswerError)
        .and.includes({ httpStatus: 502 });
      expect(await rig.requests()).to.have.lengthOf(3);
      const removal = await connect(accountAt(rig.url, { maxTries: 1 })).remove(1);
      expect(removal.kind).to.equal("lost");
      expect(await rig.requests()).to.have.lengthOf(4);
    });
  });

  describe("when it is busy", () => {
    const faults = [
      { kind: "status", code: 50009 },
      { kind: "status", status: 429 },
      { kind: "html", status: 429 },
    ];
    for (const fault of faults) {
      it(`gets a submission again after a pause (${JSON.stringify(fault)})`, async () => {
        await rig.faults({ ...fault, times: 2 });
        expect((await jpush.submit()).kind).to.equal("taken");
        expect(timing.pauses).to.deep.equal([1_000, 2_000]);
        expect(await rig.signatures()).to.have.lengthOf(1);
      });
    }

    it("is waited for as long as it asks", async () => {
      await rig.faults({ kind: "status", status: 429, headers: { "retry-after": "7" }, times: 1 });
      expect((await jpush.submit()).kind).to.equal("taken");
      expect(timing.pauses).to.deep.equal([7_000]);
    });

    it("has refused after the last try, for certain", async () => {
      await rig.faults({ kind: "status", code: 50009 });
      const answer = await jpush.submit();
      expect(answer).to.deep.include({ kind: "refused", reason: "other" });
      expect(answer).to.have.property("error").that.includes({ vendorCode: 50009 });
      expect(await rig.requests()).to.have.lengthOf(3);
    });
  });

  describe("which does not find what it has just taken", () => {
    const gone = { kind: "status", code: 50102 };

    it("is asked a second time", async () => {
      const id = await submitted(jpush);
      await rig.faults({ ...gone, times: 1 });
      expect((await jpush.query(id)).kind).to.equal("present");
      await rig.faults({ ...gone, times: 2 });
      expect(await jpush.query(id)).to.deep.equal({ kind: "absent" });
      expect(timing.pauses).to.deep.equal([250, 250]);
    });

    it("is told a second time to delete it", async () => {
      const id = await submitted(jpush);
      await rig.faults({ ...gone, times: 1 });
      expect((await jpush.remove(id)).kind).to.equal("done");
      expect(await rig.signatures()).to.deep.equal([]);
    });

    it("is believed at once of any other", async () => {
      expect(await jpush.query(424242)).to.deep.equal({ kind: "absent" });
      expect(await rig.requests()).to.have.lengthOf(1);
    });

    it("is not believed when the second answer says nothing", async () => {
      const id = await submitted(jpush);
      await rig.faults({ ...gone, times: 1 }, { kind: "html" });
      expect((await jpush.query(id)).kind).to.equal("failed");
    });
  });
});
