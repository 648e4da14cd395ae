import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import {
  huaweiApproval,
  huaweiProvider,
  huaweiSignature,
  jpushApproval,
  jpushProvider,
  jpushSignature,
  signatureBehaviour,
  signatureOutputs,
} from "../../properties";
import type { ApprovalTable, Enumeration } from "../../properties";
import { root } from "../hermetic";
import { inPluginsWords } from "../../provider/plugin/wording";
import { benchFiles } from "./bench";
import { huaweiCodeTable, jpushCodeTable } from "./codes";
import type { GeneratedFile } from "./GeneratedFile";
import { reference } from "./reference";
import { schemaOf } from "./schema";
import type { PackageFacts } from "./schema";
import {
  behaviourTable,
  inputTable,
  namesTable,
  outputTable,
  revisionTable,
  settingTable,
  typeTable,
  wireTable,
} from "./tables";
import { sharedTypes, vendorTypes } from "./types";
import { huaweiWireNames, jpushWireNames } from "./wireNames";

/** Each generated file's path and its text as it should be. */
export async function generatedFiles(): Promise<readonly GeneratedFile[]> {
  const shared = signatureBehaviour;
  const jpush = {
    signature: jpushSignature,
    approval: jpushApproval,
    provider: jpushProvider,
    module: "jpush",
    shared,
  };
  const huawei = {
    signature: huaweiSignature,
    approval: huaweiApproval,
    provider: huaweiProvider,
    module: "huawei",
    shared,
  };
  return [
    await declarations("sdk/generated/signature.ts", sharedTypes(signatureBehaviour, signatureOutputs)),
    await declarations("sdk/generated/jpush.ts", vendorTypes(jpush)),
    await declarations("sdk/generated/huawei.ts", vendorTypes(huawei)),
    ["schema.json", schemaOf(packageFacts(), [jpush, huawei])],
    reference("docs/reference/jpush-signature.md", {
      "names of JPush's signature": namesTable(jpushSignature),
      "inputs of JPush's revisions": revisionTable(jpushSignature),
      "how a JPush signature behaves": behaviourTable(jpushSignature.behaviour),
      "outputs of a JPush signature": outputTable(jpushSignature.outputs),
    }),
    reference("docs/reference/huaweicloud-signature.md", {
      "names of Huawei Cloud's signature": namesTable(huaweiSignature),
      "inputs of a Huawei Cloud signature": inputTable(huaweiSignature, huaweiWireNames),
      "how a Huawei Cloud signature behaves": behaviourTable(huaweiSignature.behaviour),
      "outputs of a Huawei Cloud signature": outputTable(huaweiSignature.outputs),
    }),
    reference("docs/reference/jpush-signature-approval.md", gateTables(jpushApproval)),
    reference("docs/reference/huaweicloud-signature-approval.md", gateTables(huaweiApproval)),
    reference("docs/reference/settings.md", { settings: settingTable([jpushProvider, huaweiProvider]) }),
    reference("docs/installation-configuration.md", {
      "settings of the plugin": inPluginsWords(settingTable([jpushProvider, huaweiProvider])),
    }),
    reference("docs/errors.md", {
      "codes of JPush": jpushCodeTable(),
      "codes of Huawei Cloud": huaweiCodeTable(),
    }),
    reference("docs/revisions.md", {
      "wire names of JPush's revisions": wireTable(jpushSignature, jpushWireNames),
      "types of JPush's revisions": typeTable(typesOfJPush()),
    }),
    ...benchFiles(),
  ];
}

interface Package extends Omit<PackageFacts, "repository" | "publisher"> {
  readonly repository: { readonly url: string };
  readonly author: string;
}

function packageFacts(): PackageFacts {
  const text = readFileSync(join(root, "package.json"), "utf8");
  const { version, description, license, keywords, homepage, repository, author } = JSON.parse(text) as Package;
  return {
    version,
    description,
    license,
    keywords,
    homepage,
    repository: repository.url.replace(/^git\+|\.git$/g, ""),
    publisher: author,
  };
}

function gateTables(gate: ApprovalTable): { readonly [name: string]: string } {
  return {
    "names of the gate": namesTable(gate),
    "inputs of the gate": behaviourTable(gate.inputs),
    "outputs of the gate": outputTable(gate.outputs),
  };
}

function typesOfJPush(): { readonly [heading: string]: Enumeration } {
  const { type, revisions } = jpushSignature.filed.type;
  return {
    [`2026-04, \`${type.name}\``]: type,
    [`2018-11, \`${revisions["2018-11"].type.name}\``]: revisions["2018-11"].type,
  };
}

async function declarations(file: string, text: string): Promise<readonly [string, string]> {
  const config = await resolveConfig(join(root, file));
  return [file, await format(text, { ...config, filepath: file })];
}
