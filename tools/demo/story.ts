import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../hermetic";
import { differences, look, NotAsTold } from "./Audience";
import { ServingWatch } from "./ServingWatch";
import type { Stage } from "./Stage";
import type { Teller } from "./Teller";

const text = "极光推送";
const newText = "极光短信";
const documents = { idCardImage: "id-card.jpg", businessLicenseImage: "licence.png" };

/**
 * The life of a signature. Each step ends with a look from outside.
 * @throws Error when a step does not end as told
 */
export async function tellStory({ control, pulumi }: Stage, teller: Teller): Promise<void> {
  teller.step(`A program declares 【${text}】: pulumi up files it with its documents`);
  let run = await pulumi.up();
  teller.said(run);
  const first = await newest();
  await look(
    control,
    pulumi,
    {
      filed: [`${first} pending`],
      outputs: { id: String(first), signId: first, status: "pending", servingSignId: null },
    },
    run,
  );
  await lookAtDocuments();
  teller.stands(`${first} is under review, with ${Object.values(documents).join(" and ")}`, null);

  teller.step("A reviewer rejects it: the next pulumi up shows that, and files nothing");
  await control.reject(first, "The purpose of the messages is not clear");
  const before = await calls("POST");
  run = await pulumi.up();
  teller.said(run);
  await look(
    control,
    pulumi,
    { filed: [`${first} rejected`], outputs: { signId: first, status: "rejected", servingSignId: null } },
    run,
  );
  agree("calls that file", before, await calls("POST"));
  teller.stands(`${first} is rejected`, null);

  teller.step("The program makes the remark clearer: pulumi up files the rejected signature again, under its id");
  await pulumi.configure({ remark: "Verification codes for the members of our shop" });
  run = await pulumi.up();
  teller.said(run);
  await look(
    control,
    pulumi,
    { filed: [`${first} pending`], outputs: { signId: first, status: "pending", servingSignId: null } },
    run,
  );
  teller.stands(`${first} is under review again, under its old id`, null);

  teller.step("A reviewer approves it: pulumi up outputs the sign id to send with");
  await control.approve(first);
  const watch = new ServingWatch(control);
  watch.start();
  run = await pulumi.up();
  teller.said(run);
  await look(
    control,
    pulumi,
    { filed: [`${first} approved`], outputs: { signId: first, status: "approved", servingSignId: first } },
    run,
  );
  teller.stands(`${first} is approved`, first);

  teller.step(`The text becomes 【${newText}】: pulumi preview says what an update will do at the vendor`);
  await pulumi.configure({ sign: newText });
  run = await pulumi.preview();
  teller.said(run);
  await look(control, pulumi, { filed: [`${first} approved`], outputs: { sign: text, servingSignId: first } }, run);
  teller.stands("nothing has changed yet", first);

  teller.step("pulumi up files the new text beside the old text, which keeps serving");
  run = await pulumi.up();
  teller.said(run);
  const second = await newest();
  await look(
    control,
    pulumi,
    {
      filed: [`${first} approved`, `${second} pending`],
      outputs: { id: String(first), sign: newText, signId: second, status: "pending", servingSignId: first },
    },
    run,
  );
  teller.stands(`${second} is under review`, first);

  teller.step("A reviewer approves the new text: pulumi up switches to it, and keeps the old text for 24 hours");
  await control.approve(second);
  run = await pulumi.up();
  teller.said(run);
  await look(
    control,
    pulumi,
    {
      filed: [`${first} approved`, `${second} approved`],
      outputs: { id: String(first), signId: second, status: "approved", servingSignId: second },
    },
    run,
  );
  teller.stands(`${second} is approved, ${first} is superseded`, second);

  teller.step("With supersededAfter: 0s, pulumi up deletes the old text now");
  agree("signatures deleted so far", 0, await calls("DELETE"));
  await pulumi.configure({ supersededAfter: "0s" });
  run = await pulumi.up();
  teller.said(run);
  await look(
    control,
    pulumi,
    { filed: [`${second} approved`], outputs: { signId: second, status: "approved", servingSignId: second } },
    run,
  );
  const looks = await watch.stop();
  teller.did(`asked ${looks} times since the first approval: a signature was always approved`);
  teller.stands(`${first} is deleted`, second);

  async function newest(): Promise<number | string> {
    const signature = (await control.signatures()).at(-1);
    if (!signature) throw new NotAsTold(`nothing was filed\n${run.output}`);
    return signature.id;
  }

  async function calls(method: string): Promise<number> {
    return (await control.requests()).filter((request) => request.method === method).length;
  }

  async function lookAtDocuments(): Promise<void> {
    const [signature] = await control.signatures();
    for (const [field, file] of Object.entries(documents)) {
      const bytes = readFileSync(join(root, "examples", "quickstart", "documents", file));
      const received = signature?.images.find((image) => image.field === field)?.sha256;
      agree(`the document ${field}`, createHash("sha256").update(bytes).digest("hex"), received);
    }
  }
}

/** The end of the story, which a stage that is kept does not see. */
export async function tellEnd({ control, pulumi }: Stage, teller: Teller): Promise<void> {
  teller.step("pulumi destroy leaves nothing behind");
  const run = await pulumi.destroy();
  teller.said(run);
  agree("signatures at the emulator", 0, (await control.signatures()).length);
  agree("resources in the stack", 0, (await pulumi.export()).resources.length);
  teller.stands("nothing is filed", null);
}

function agree(what: string, told: unknown, seen: unknown): void {
  const faults = differences(what, told, seen);
  if (faults.length > 0) throw new NotAsTold(faults.join("\n"));
}
