import type { Signature } from "../signatures/signature";
import type { Application } from "./applications";
import { statusOf } from "./entities";
import type { StoredFile } from "./files";
import { made } from "./ids";
import type { HuaweiAccount, HuaweiSettings } from "./settings";
import { writeTime } from "./times";

type Answer = Record<string, unknown>;

/** The body of a create's and an update's answer. */
export function brief({ id, text }: Signature): Answer {
  return { id, signature_id: signatureId(id), signature_name: text };
}

/** A signature as show and list return it; what there is not is undefined. */
export function full(signature: Signature, app: Application | undefined, { site, utcOffset }: HuaweiSettings): Answer {
  const { id, text, fields, history, vendorStatus } = signature;
  return {
    id,
    create_time: written(history[0]?.at, utcOffset),
    update_time: written(history.at(-1)?.at, utcOffset),
    signature_name: text,
    signature_id: signatureId(id),
    signature_type: fields["signature_type"],
    signature_source: Number(fields["signature_source"]),
    app_name: app?.name,
    app_key: app?.key,
    apply_desc: fields["apply_desc"],
    channel_num: statusOf(vendorStatus) === "approved" ? channelNumber(signature) : undefined,
    review_desc: reviewDescription(signature),
    file_id: fields["file_id"],
    // Here with the underscore that the request's name lacks.
    power_attorney_file_id: fields["power_attorney_fileid"],
    is_involved_third: fields["is_involved_third"],
    status: vendorStatus,
    site: site === "cn" ? "cn" : "hk",
    source_title_content: fields["source_title_content"],
    qualification_id: fields["qualification_id"],
    qualification_name: fields["qualification_id"] === undefined ? undefined : "sample qualification",
    signature_related_file_id: fields["signature_related_file_id"],
    registration_number: fields["registration_number"],
    license_number: fields["license_number"],
  };
}

/** An application as the list returns it. */
export function application({ id, name, key }: Application): Answer {
  return { id, app_name: name, app_key: key, status: "LAUNCHED", region: "cn" };
}

/** A file's metadata. */
export function file(
  { id, fileName, description, content, at }: StoredFile,
  account: HuaweiAccount,
  utcOffset: number,
): Answer {
  return {
    file_id: id,
    file_name: fileName,
    file_desc: description,
    file_size: content.length,
    file_type: 0,
    file_ref: 0,
    module_type: 0,
    operator: account.userName,
    update_time: writeTime(at, utcOffset),
  };
}

/** What people send messages with; the same for as long as the signature is there. */
export function channelNumber({ id }: Signature): string {
  return `1069${BigInt(`0x${made(`channel ${id}`)}`)
    .toString()
    .slice(0, 12)}`;
}

function signatureId(id: Signature["id"]): string {
  return made(`signature_id ${id}`);
}

/** The reason that the latest review gave, until it is submitted again. */
function reviewDescription({ history }: Signature): string | undefined {
  const submitted = history.findLastIndex(({ event }) => event === "submitted" || event === "resubmitted");
  return history.slice(submitted).findLast(({ reason }) => reason !== undefined)?.reason;
}

function written(iso: string | undefined, utcOffset: number): string | undefined {
  return iso === undefined ? undefined : writeTime(Date.parse(iso), utcOffset);
}
