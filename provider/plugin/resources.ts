import { huaweiApproval, huaweiSignature, inputsOf, jpushApproval, jpushSignature, namesWith } from "../../properties";
import type { ApprovalTable, SignatureTable } from "../../properties";
import type { Resource } from "../resource";

/** A resource of the plugin. */
export interface PluginResource {
  /** Loads its vendor: a run pays only for what it uses. */
  load(): Resource;
  /** The inputs and outputs that are always secrets. */
  readonly secrets: readonly string[];
  /** Of a gate: the names of its signature's outputs. */
  readonly gated?: ApprovalTable["gated"];
}

type Row = readonly [type: string, resource: PluginResource];

const signature = (table: SignatureTable, load: () => Resource): Row => [
  table.token,
  { load, secrets: namesWith({ ...inputsOf(table), ...table.outputs }, "secret") },
];
const gate = ({ token, gated }: ApprovalTable, load: () => Resource): Row => [token, { load, secrets: [], gated }];

const jpush = () => require("../jpush/resource") as typeof import("../jpush/resource");
const huawei = () => require("../huawei/resource") as typeof import("../huawei/resource");

/** By their types. */
export const RESOURCES: ReadonlyMap<string, PluginResource> = new Map([
  signature(jpushSignature, () => jpush().jpushSmsSignature),
  gate(jpushApproval, () => jpush().jpushSmsSignatureApproval),
  signature(huaweiSignature, () => huawei().huaweiSmsSignature),
  gate(huaweiApproval, () => huawei().huaweiSmsSignatureApproval),
]);

/** The resources whose signatures the functions read, by the functions' names: `sms:jpush:getSignature` for one. */
export const READ_BY: ReadonlyMap<string, PluginResource> = new Map(
  [...RESOURCES].flatMap(([type, resource]) =>
    resource.gated === undefined ? [[type.replace(/(?=\w+$)/, "get"), resource]] : [],
  ),
);
