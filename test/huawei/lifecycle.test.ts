import { expect } from "chai";
import type { EmulatorOptions } from "sms-emulator";
import type { Values } from "../../provider/values";
import { withBench, withoutFiles, type Bench } from "../vendors/Bench";
import type { FiledSignature } from "../../tools/control/ControlPlane";
import { HUAWEI } from "../vendors/huawei";
import { shownIdOf } from "./rig";

const [NAME, OTHER_NAME] = HUAWEI.texts;

const on = (test: (bench: Bench) => Promise<void>, options?: EmulatorOptions) => withBench(HUAWEI, test, options);

async function approved(bench: Bench, text = 0, changes: Values = {}): Promise<FiledSignature> {
  expect(await bench.up(text, changes)).to.equal(null);
  const signature = (await bench.signatures()).at(-1)!;
  await bench.review(signature.id, "approve");
  expect(await bench.engine.refresh()).to.equal(null);
  bench.said();
  return signature;
}

const changes = async (bench: Bench) => (await bench.requests()).filter((request) => !request.startsWith("GET"));

describe("a Huawei Cloud signature", () => {
  describe("gives out", () => {
    it(
      "its signature_id, serving or not, its channel and its times",
      on(async (bench) => {
        const { id } = await approved(bench);
        const { signatureId, servingSignatureId, channelNumber, createTime, updateTime } = bench.engine.state!.outputs;
        expect(signatureId)
          .to.match(/^[0-9a-f]{32}$/)
          .and.not.equal(id);
        expect(servingSignatureId).to.equal(signatureId);
        expect(channelNumber).to.match(/^1069\d+$/);
        expect([createTime, updateTime].join()).to.match(
          /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
        );

        await bench.up(1);
        const during = bench.engine.state!.outputs;
        expect(during["signatureId"], "of the newest").not.to.equal(signatureId);
        expect(during, "of the serving one").to.include({ servingSignatureId, channelNumber });
      }),
    );

    it(
      "why it was rejected",
      on(async (bench) => {
        await bench.up();
        const [{ id }] = (await bench.signatures()) as [FiledSignature];
        await bench.review(id, "reject", "the seal is missing");
        await bench.engine.refresh();
        expect(bench.output("rejectionReason")).to.equal("the seal is missing");
        expect(bench.said()).to.include("was rejected: the seal is missing");
        await bench.up(1);
        expect(bench.output("rejectionReason")).to.equal(null);
      }),
    );

    for (const [vendorStatus, words] of [
      ["REVIEW_PASSED", "its qualification is still to be added"],
      ["REVIEW_PASSED_QUALIFICATION_PROCESSING", "its qualification is still under review"],
      ["REVIEW_PASSED_REAL_NAME_REGISTRATING", "it is still being registered with the carriers"],
      ["REVIEW_PASSED_REAL_NAME_REGISTRATE_FAIL", "its registration with the carriers failed"],
    ] as const) {
      it(
        `a warning where it is approved as ${vendorStatus}`,
        on(async (bench) => {
          const { id } = await approved(bench);
          await bench.control.change(id, { vendorStatus });
          await bench.engine.refresh();
          expect(bench.engine.state!.outputs).to.include({ status: "approved", vendorStatus });
          expect(bench.output("servingSignatureId")).not.to.equal(null);
          expect(bench.said())
            .to.include(`【${NAME}】 (${shownIdOf(id)}) is approved as ${vendorStatus}: ${words}`)
            .and.include("carriers");
        }),
      );
    }
  });

  describe("of which there is one of a name and type", () => {
    const corrected = (bench: Bench) => ({ businessLicense: bench.document("new-licence.png") });

    it(
      "refuses a change of its documents alone once it is approved, in words at preview and by an error at up",
      on(async (bench) => {
        const { id } = await approved(bench);
        const before = await changes(bench);
        expect(await bench.differs(0, corrected(bench))).to.equal(true);
        const words = `Huawei Cloud lets no second signature with the same signatureName and signatureType stand beside 【${NAME}】 (${shownIdOf(id)})`;
        expect(bench.said())
          .to.include(`an update will be refused: ${words}`)
          .and.include("under another name")
          .and.include("allowOutage: true");
        expect((await bench.up(0, corrected(bench)))?.message).to.include(`Nothing was filed: ${words}`);
        expect(await changes(bench)).to.deep.equal(before);
        expect(await bench.list()).to.deep.equal([`${NAME} approved`]);
      }),
    );

    it(
      "is deleted first and filed anew where an outage is allowed, which a preview says",
      on(async (bench) => {
        const { id } = await approved(bench);
        const declared = { ...corrected(bench), allowOutage: true };
        expect(await bench.differs(0, declared)).to.equal(true);
        expect(bench.said())
          .to.include(
            `will delete 【${NAME}】 (${shownIdOf(id)}) first, and with it its channel number and every template under it: NOTHING CAN BE SENT until the next approval`,
          )
          .and.include(`will file 【${NAME}】 for review`)
          .and.not.include("goes on serving");
        expect(await bench.up(0, declared)).to.equal(null);
        const [filed, ...others] = await bench.signatures();
        expect(others).to.deep.equal([]);
        expect(filed).to.include({ text: NAME, status: "pending" }).and.not.include({ id });
        expect(bench.engine.state!.outputs).to.include({
          status: "pending",
          servingSignatureId: null,
          channelNumber: null,
        });
        expect(bench.engine.state!.id, "for life").to.equal(String(id));
      }),
    );

    for (const [what, broken] of [
      ["a document that cannot be read", { businessLicense: { sha256: "a".repeat(64) } }],
      [
        "an application that there is not",
        { appName: "nowhere", description: "anew", businessLicense: { sha256: "a".repeat(64) } },
      ],
    ] as const) {
      it(
        `is not deleted for ${what}: what takes its place must be in order first`,
        on(async (bench) => {
          await approved(bench);
          const failure = await bench.up(0, { ...broken, allowOutage: true });
          expect(failure?.message).to.include("nothing was sent");
          expect(await bench.list()).to.deep.equal([`${NAME} approved`]);
          expect(bench.output("status")).to.equal("approved");

          await bench.up(1);
          expect((await bench.up(2, { ...broken, whilePending: "withdraw" }))?.message).to.include("nothing was sent");
          expect(await bench.list(), "not withdrawn").to.deep.equal([`${NAME} approved`, `${OTHER_NAME} pending`]);
        }),
      );
    }

    it(
      "is succeeded by what is declared where somebody changed its name in the console, for then they are no equals",
      on(async (bench) => {
        const { id } = await approved(bench);
        await bench.control.change(id, { text: "被改名" });
        await bench.engine.refresh();
        expect(await bench.up()).to.equal(null);
        expect(await bench.list()).to.deep.equal(["被改名 approved", `${NAME} pending`]);
      }),
    );

    it(
      "names the one that stands in the way by the id that the console shows",
      on(async (bench) => {
        const { id } = await approved(bench);
        bench.engine.state = null;
        expect((await bench.up())?.message)
          .to.include("MSGSMS.0006")
          .and.include(`It is ${shownIdOf(id)} (REVIEW_PROCESSING_COMPLETED). Set adoptId to its id`);
      }),
    );

    it(
      "is taken over by its signature_id too, which is what the console shows",
      on(async (bench) => {
        const { id } = await approved(bench);
        const signatureId = String(bench.output("signatureId"));
        expect(signatureId).not.to.equal(id);
        bench.engine.state = null;
        bench.said();
        expect(await bench.up(0, { adoptId: signatureId })).to.equal(null);
        expect(bench.said(), "one id of one signature").not.to.include(String(id));
        expect(bench.engine.state!.id).to.equal(String(id));
        expect(bench.output("servingSignatureId")).to.equal(signatureId);
        expect(await bench.differs(0, { adoptId: signatureId })).to.equal(false);
        expect(await bench.up(0, { adoptId: id }), "the same by its other id").to.equal(null);
        expect((await bench.signatures()).map((each) => each.id)).to.deep.equal([id]);
      }),
    );

    it(
      "is taken over by its signature_id also where the vendor takes that for no id at all",
      on(async (bench) => {
        const { id } = await approved(bench);
        const adoptId = String(bench.output("signatureId"));
        bench.engine.state = null;
        await bench.faults({
          kind: "status",
          method: "GET",
          path: `${HUAWEI.submissionPath}/${adoptId}`,
          code: "MSGSMS.0012",
        });
        expect(await bench.up(0, { adoptId })).to.equal(null);
        expect(bench.engine.state!).to.have.property("id", String(id));
      }),
    );

    it(
      "that somebody else manages is read by either id",
      on(async (bench) => {
        const { id } = await approved(bench);
        const signatureId = String(bench.output("signatureId"));
        for (const given of [String(id), signatureId]) {
          bench.engine.state = { id: given, inputs: {}, outputs: {}, uninitialised: false };
          expect(await bench.engine.refresh()).to.equal(null);
          expect(bench.engine.state).to.have.property("id", given);
          expect(bench.engine.state.outputs).to.include({
            signatureName: NAME,
            status: "approved",
            servingSignatureId: signatureId,
            __newest: id,
          });
        }
      }),
    );

    it(
      "is not taken over by an id that is neither, and both are named",
      on(async (bench) => {
        expect((await bench.up(0, { adoptId: HUAWEI.absentId }))?.message)
          .to.include(`The signature ${HUAWEI.absentId} was not taken over`)
          .and.include("Give the signature_id that the console shows, or the primary key `id` that the API lists");
      }),
    );

    it(
      "that was taken over goes on being the same while a later filing of the resource is lost",
      on(async (bench) => {
        await approved(bench);
        const adoptId = String(bench.output("signatureId"));
        bench.engine.state = null;
        await bench.up(0, { adoptId });
        await bench.faults({ kind: "cut-after", method: "POST", path: HUAWEI.submissionPath, times: 1 });
        expect((await bench.up(1, { adoptId }))?.message).to.include("its answer is lost");
        expect(await bench.up(1, { adoptId })).to.equal(null);
        expect(await bench.list()).to.deep.equal([`${NAME} approved`, `${OTHER_NAME} pending`]);
      }),
    );

    it(
      "says so with the vendor's other code too",
      on(
        async (bench) => {
          const { id } = await approved(bench);
          bench.engine.state = null;
          expect((await bench.up())?.message)
            .to.include("MSGSMS.0004")
            .and.include(`It is ${shownIdOf(id)}`);
        },
        { hwDuplicateCode: "MSGSMS.0004" },
      ),
    );
  });

  describe("that is superseded", () => {
    it(
      "is kept unless the program says otherwise, by destroy too",
      on(async (bench) => {
        const { id } = await approved(bench);
        await approved(bench, 1);
        expect(await bench.differs(1)).to.equal(true);
        expect(bench.said()).to.include(`serves; keeps 【${NAME}】 (${shownIdOf(id)})`);
        await bench.up(1, { supersededAfter: "0s" });
        expect(await bench.differs(1, { supersededAfter: "0s" })).to.equal(false);
        expect(await bench.engine.destroy()).to.equal(null);
        expect(await bench.list()).to.deep.equal([`${NAME} approved`]);
        expect(bench.said()).to.include(
          `Kept at Huawei Cloud, because superseded is "keep": 【${NAME}】 (${shownIdOf(id)})`,
        );
      }),
    );

    it(
      "is deleted by the program's word, and a preview says what goes along",
      on(async (bench) => {
        const { id } = await approved(bench);
        await approved(bench, 1);
        const declared = { superseded: "delete", supersededAfter: "0s" };
        expect(await bench.differs(1, declared)).to.equal(true);
        expect(bench.said()).to.include(
          `will delete 【${NAME}】 (${shownIdOf(id)}), which has a successor, and with it its channel number and every template under it`,
        );
        await bench.up(1, declared);
        expect(await bench.list()).to.deep.equal([`${OTHER_NAME} approved`]);
      }),
    );
  });

  it(
    "needs not wait for the review of another one",
    on(async (bench) => {
      await bench.up();
      bench.engine.state = null;
      expect(await bench.up(1)).to.equal(null);
      expect(await bench.list()).to.deep.equal([`${NAME} pending`, `${OTHER_NAME} pending`]);
    }),
  );

  describe("that has lapsed", () => {
    async function lapsed(bench: Bench): Promise<FiledSignature> {
      const signature = await approved(bench);
      await bench.control.change(signature.id, { vendorStatus: "TO_BE_ACTIVATED" });
      await bench.engine.refresh();
      bench.said();
      return signature;
    }

    it(
      "cannot be sent with, is activated by the next update, and serves again when that is granted",
      on(async (bench) => {
        const { id } = await lapsed(bench);
        expect(bench.engine.state!.outputs).to.include({ status: "inactive", servingSignatureId: null });
        expect(await bench.differs()).to.equal(true);
        expect(bench.said()).to.include(
          `will ask for 【${NAME}】 (${shownIdOf(id)}), which has lapsed, to be activated again`,
        );
        expect(await bench.up()).to.equal(null);
        expect((await changes(bench)).at(-1)).to.equal(`PUT signatures/${id}/active 200`);
        expect(bench.engine.state!.outputs).to.include({
          status: "pending",
          vendorStatus: "PENDING_ACTIVATE",
          servingSignatureId: null,
        });
        expect(await bench.differs()).to.equal(false);
        await bench.review(id, "approve");
        await bench.engine.refresh();
        expect(bench.output("servingSignatureId")).not.to.equal(null);
        expect(await bench.list()).to.deep.equal([`${NAME} approved`]);
      }),
    );

    for (const vendorStatus of ["TO_BE_ACTIVATED", "FROZEN_BY_CARRIER"]) {
      it(
        `has its channel and its templates still, which a preview of its deletion as ${vendorStatus} says`,
        on(async (bench) => {
          const { id } = await lapsed(bench);
          await bench.control.change(id, { vendorStatus });
          await bench.engine.refresh();
          bench.said();
          expect(
            await bench.differs(0, { businessLicense: bench.document("new-licence.png"), allowOutage: true }),
          ).to.equal(true);
          expect(bench.said()).to.include(
            `will delete 【${NAME}】 (${shownIdOf(id)}) first, and with it its channel number and every template under it`,
          );
        }),
      );
    }

    it(
      "is never withdrawn while it is on its way back",
      on(async (bench) => {
        await lapsed(bench);
        await bench.up();
        expect(await bench.up(1, { whilePending: "withdraw" })).to.equal(null);
        expect(await bench.list()).to.include(`${NAME} pending`);
        expect(await changes(bench)).not.to.satisfy((requests: string[]) =>
          requests.some((request) => request.startsWith("DELETE")),
        );
      }),
    );
  });

  describe("whose filing was not answered", () => {
    for (const hwUtcOffset of [0, 8]) {
      it(
        `is found again where the vendor's times are ${hwUtcOffset} hours ahead of UTC, and nothing is sent`,
        on(
          async (bench) => {
            await bench.faults({ kind: "cut-after", method: "POST", path: HUAWEI.submissionPath, times: 1 });
            expect((await bench.up())?.message).to.include("its answer is lost");
            const [filed] = await bench.signatures();
            const before = await changes(bench);
            expect(await bench.differs()).to.equal(true);
            expect(bench.said()).to.include(`will look for 【${NAME}】, whose filing was not answered`);
            expect(await bench.up()).to.equal(null);
            expect(await changes(bench)).to.deep.equal(before);
            expect(bench.said()).to.include(`【${NAME}】, whose filing was not answered, was found at Huawei Cloud.`);
            expect(bench.engine.state!.outputs).to.include({ status: "pending", __newest: filed!.id });
            expect(await bench.differs()).to.equal(false);
          },
          { hwUtcOffset },
        ),
      );
    }

    it(
      "is found though something else is declared by now, and that waits for its review",
      on(async (bench) => {
        await bench.faults({ kind: "cut-after", method: "POST", path: HUAWEI.submissionPath, times: 1 });
        await bench.up();
        expect(await bench.up(1)).to.equal(null);
        expect(await bench.list()).to.deep.equal([`${NAME} pending`]);
        expect(bench.said()).to.match(
          /is under review and no longer declared: a later run files 【.*】 when that review has ended/,
        );
      }),
    );

    const named = (name: string) => ({ __resource: { project: "sample", stack: "dev", name } });

    it(
      "never takes another resource's for it, though that was made meanwhile",
      on(async (bench) => {
        const { settings } = bench.engine;
        // As from another process: what this one filed it knows by the address.
        bench.engine.settings = { ...settings, "huaweicloud:endpoint": bench.url.replace("127.0.0.1", "localhost") };
        expect(await bench.up(0, named("other"))).to.equal(null);
        const [{ id }] = (await bench.signatures()) as [FiledSignature];
        bench.engine.settings = settings;
        bench.engine.state = null;
        await bench.faults({ kind: "cut-before", method: "POST", path: HUAWEI.submissionPath, times: 1 });
        expect((await bench.up(0, named("brand")))?.message).to.include("its answer is lost");
        expect((await bench.up(0, named("brand")))?.message, "filed again, and refused").to.include(
          `It is ${shownIdOf(id)} (PENDING_REVIEW). Set adoptId to its id`,
        );
        expect(bench.engine.ledger?.candidate, "still to be settled").to.include({ id: null });
      }),
    );

    it(
      "never takes an older one of the same name for it",
      on(async (bench) => {
        await approved(bench);
        bench.engine.state = null;
        bench.ahead = 9 * 3_600_000;
        await bench.faults({ kind: "cut-after", method: "POST", path: HUAWEI.submissionPath, times: 1 });
        expect((await bench.up(0, named("brand")))?.message).to.include("its answer is lost");
        expect((await bench.up(0, named("brand")))?.message, "filed again, and refused").to.include(
          "Set adoptId to its id",
        );
      }),
    );
  });

  describe("uploads its documents", () => {
    const uploads = async (bench: Bench) =>
      (await bench.requests()).filter((request) => request.startsWith("POST upload-files"));

    it(
      "once, and refers to them by id ever after",
      on(async (bench) => {
        await bench.up();
        const [{ id, images }] = (await bench.signatures()) as [FiledSignature];
        expect(images.map(({ field, fileName }) => `${field} ${fileName}`)).to.deep.equal([
          "file_id businessLicense.png",
          "power_attorney_fileid powerOfAttorney.png",
        ]);
        expect(await uploads(bench)).to.have.lengthOf(2);
        await bench.review(id, "reject");
        await bench.engine.refresh();
        expect(await bench.up(0, { resubmit: "again" })).to.equal(null);
        expect(
          await bench.up(1, {
            whilePending: "withdraw",
            resubmit: "again",
            businessLicense: bench.document("other.png"),
          }),
        ).to.equal(null);
        expect(await uploads(bench)).to.have.lengthOf(3);
        expect(Object.keys(bench.engine.ledger?.files ?? {})).to.have.lengthOf(3);
      }),
    );

    it(
      "not again after a filing that failed, for the state keeps what the vendor holds",
      on(async (bench) => {
        await bench.faults({ kind: "status", method: "POST", path: HUAWEI.submissionPath, code: "MSGSMS.0002" });
        expect((await bench.up())?.message).to.include("MSGSMS.0002");
        expect(bench.engine.state, "queued, with its files").to.include({ uninitialised: true });
        expect(bench.output("status")).to.equal("queued");
        expect(Object.keys(bench.engine.ledger?.files ?? {})).to.have.lengthOf(2);
        await bench.faults();
        expect(
          await bench.engine.up(await bench.checked(withoutFiles(bench.declared()))),
          "with the files on no machine",
        ).to.equal(null);
        expect(await uploads(bench)).to.have.lengthOf(2);
        expect(await bench.list()).to.deep.equal([`${NAME} pending`]);
      }),
    );

    it(
      "one by one: what was uploaded before a failure is kept",
      on(async (bench) => {
        const path = HUAWEI.submissionPath.replace("signatures", "upload-files");
        await bench.faults({ kind: "delay", ms: 0, path, times: 1 }, { kind: "cut-before", path, times: 1 });
        expect((await bench.up())?.message).to.include("upload-files was sent, but its answer is lost");
        expect(Object.keys(bench.engine.ledger?.files ?? {})).to.have.lengthOf(1);
        expect(bench.output("status"), "a file is no filing").to.equal("queued");
        expect(await bench.up()).to.equal(null);
        expect(await uploads(bench), "the one, the one that was lost, and that again").to.have.lengthOf(3);
        expect(await bench.list()).to.deep.equal([`${NAME} pending`]);
      }),
    );

    it(
      "and asks for nothing when it is destroyed before it was ever filed",
      on(async (bench) => {
        await bench.faults({ kind: "status", method: "POST", path: HUAWEI.submissionPath, code: "MSGSMS.0002" });
        await bench.up();
        const calls = await bench.calls();
        await bench.engine.refresh();
        expect(bench.engine.state, "nothing that was filed is gone").not.to.equal(null);
        expect(await bench.engine.destroy()).to.equal(null);
        expect(await bench.calls()).to.equal(calls);
      }),
    );

    it(
      "anew where the vendor has lost one",
      on(async (bench) => {
        await bench.up();
        const [{ id }] = (await bench.signatures()) as [FiledSignature];
        await bench.review(id, "reject");
        await bench.engine.refresh();
        const ledger = JSON.parse(JSON.stringify(bench.output("__ledger"))) as { files: Record<string, string> };
        for (const hash of Object.keys(ledger.files)) ledger.files[hash] = "00000000-0000-0000-0000-000000000000";
        bench.engine.state!.outputs = { ...bench.engine.state!.outputs, __ledger: ledger };
        expect(await bench.up(0, { resubmit: "again" })).to.equal(null);
        expect(await bench.list()).to.deep.equal([`${NAME} pending`]);
        expect(Object.values(bench.engine.ledger?.files ?? {})).not.to.include("00000000-0000-0000-0000-000000000000");
      }),
    );

    it(
      "not at all where they are given by the ids that the vendor gave them",
      on(async (bench) => {
        await bench.up();
        const [id = ""] = Object.values(bench.engine.ledger?.files ?? {});
        const before = await uploads(bench);
        expect(
          await bench.up(1, { whilePending: "withdraw", businessLicense: { fileId: id }, powerOfAttorney: undefined }),
        ).to.equal(null);
        expect(await uploads(bench)).to.deep.equal(before);
        const [{ fields }] = (await bench.signatures()) as [FiledSignature];
        expect(fields).to.include({ file_id: id }).and.not.have.property("power_attorney_fileid");
        expect((await bench.up(2, { whilePending: "withdraw", businessLicense: { fileId: "nowhere" } }))?.message)
          .to.include("MSGSMS.0011")
          .and.include("{ fileId }");
      }),
    );
  });

  describe("belongs to an application", () => {
    it(
      "that is looked up by its name, once",
      on(async (bench) => {
        await bench.up();
        bench.engine.state = null;
        await bench.up(1);
        expect((await bench.requests()).filter((request) => request.startsWith("GET apps"))).to.have.lengthOf(1);
      }),
    );

    it(
      "that is given by its id",
      on(async (bench) => {
        await bench.up();
        const [{ fields }] = (await bench.signatures()) as [FiledSignature];
        bench.engine.state = null;
        expect(await bench.up(1, { appName: undefined, appId: fields["app_id"] })).to.equal(null);
        expect((await bench.signatures())[1]!.fields).to.include({ app_id: fields["app_id"] });
      }),
    );

    it(
      "whose name is that of no other, however the vendor compares names",
      on(
        async (bench) => {
          expect((await bench.up(0, { appName: "twin" }))?.message).to.match(
            /appName: 2 applications have this name \([0-9a-f]{32}, [0-9a-f]{32}\): give the id/,
          );
          expect((await bench.up(0, { appName: "nobody's" }))?.message).to.include(
            "appName: there is no application of this name",
          );
          expect(await bench.up(0, { appName: "sample" }), "though another one's name begins so").to.equal(null);
        },
        { hwApps: ["sample two", "twin", "sample", "twin"], hwNames: "contains" },
      ),
    );
  });
});
