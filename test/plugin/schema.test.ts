import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import {
  huaweiApproval,
  huaweiProvider,
  huaweiSignature,
  inputsOf,
  jpushApproval,
  jpushProvider,
  jpushSignature,
} from "../../properties";
import { RESOURCES } from "../../provider/plugin/resources";
import { root } from "../../tools/hermetic";
import { packedPlugin } from "./packed";

interface Properties {
  readonly [name: string]: { readonly secret?: boolean; readonly description: string; readonly $ref?: string };
}

interface Schema {
  readonly version: string;
  readonly types: { readonly [token: string]: { readonly properties?: Properties } };
  readonly provider: { readonly inputProperties: Properties };
  readonly resources: {
    readonly [token: string]: { readonly properties: Properties; readonly inputProperties: Properties };
  };
}

const text = readFileSync(join(root, "schema.json"), "utf8");
const schema = JSON.parse(text) as Schema;

describe("the plugin's schema", () => {
  it("has the resources that the plugin has, with the inputs of the property tables", () => {
    expect(Object.keys(schema.resources)).to.have.members([...RESOURCES.keys()]);
    for (const table of [jpushSignature, huaweiSignature]) {
      const resource = schema.resources[table.token];
      expect(Object.keys(resource?.inputProperties ?? {})).to.have.members(Object.keys(inputsOf(table)));
      const outputs = Object.keys(table.outputs).filter((name) => !name.startsWith("__"));
      expect(Object.keys(resource?.properties ?? {})).to.have.members([...Object.keys(inputsOf(table)), ...outputs]);
    }
    for (const table of [jpushApproval, huaweiApproval])
      expect(Object.keys(schema.resources[table.token]?.inputProperties ?? {})).to.have.members(
        Object.keys(table.inputs),
      );
  });

  it("tells the Pulumi Registry what package.json says, and where the CLI finds an archive", () => {
    const facts = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const { homepage, license, version, description, author: publisher } = facts;
    expect(JSON.parse(text)).to.include({ homepage, license, version, description, publisher });
    const { repository, pluginDownloadURL, keywords } = JSON.parse(text);
    expect(facts.repository.url).to.equal(`git+${repository}.git`);
    expect(pluginDownloadURL).to.equal(`${repository}/releases/download/v\${VERSION}`);
    expect(keywords).to.include.members([...facts.keywords, "category/cloud", "kind/native"]);
  });

  it("gives its version to the SDKs of every language that can be told so", () => {
    const { language } = JSON.parse(text) as { language: { [name: string]: { respectSchemaVersion?: boolean } } };
    for (const name of ["nodejs", "python", "go", "csharp"]) {
      expect(language[name]?.respectSchemaVersion, name).to.equal(true);
    }
  });

  it("marks what is private wherever it stands", () => {
    const { properties, inputProperties } = schema.resources["sms:jpush:Signature"]!;
    for (const name of ["legalPersonName", "legalPersonIdNumber"])
      expect([properties[name]?.secret, inputProperties[name]?.secret]).to.deep.equal([true, true]);
    expect(schema.types["sms:index:JPushSettings"]?.properties?.["masterSecret"]?.secret).to.equal(true);
  });

  it("has every setting of each vendor", () => {
    for (const { namespace, settings } of [jpushProvider, huaweiProvider]) {
      const token = schema.provider.inputProperties[namespace]?.$ref?.replace("#/types/", "") ?? "";
      expect(Object.keys(schema.types[token]?.properties ?? {})).to.have.members(Object.keys(settings));
    }
  });

  it("has in each module the types that it needs: Go takes no circles, and no import that a union alone needs", () => {
    const { types, resources, functions, provider, config } = JSON.parse(text);
    const moduleOf = (token: string) => token.replace(/\w+$/, "");
    const members = Object.entries({ ...types, ...resources, ...functions, "sms:index:Provider": [provider, config] });
    const strange = members.flatMap(([token, member]) =>
      [...JSON.stringify(member).matchAll(/#\/types\/(sms:\w+:\w+)/g)].flatMap(([, other = ""]) =>
        moduleOf(other) === moduleOf(token) ? [] : [`${token} → ${other}`],
      ),
    );
    expect(strange).to.deep.equal([]);
  });

  it("gives no input a default: what was declared without it would differ", () => {
    expect(text).not.to.include('"default":');
  });

  it("names settings as they stand in the plugin's config", () => {
    expect(text).not.to.match(/(?<!sms[.:])\b(jpush|huaweicloud):[a-z]/);
  });
});

describe("the plugin as it is shipped", () => {
  it("is started by its file, and holds the licences of what it bundles", async () => {
    const folder = await packedPlugin();
    expect(statSync(join(folder, "pulumi-resource-sms")).mode & 0o111).not.to.equal(0);
    const notices = readFileSync(join(folder, "NOTICES.txt"), "utf8");
    for (const name of ["@grpc/grpc-js", "@pulumi/pulumi", "undici", "zod"])
      expect(notices).to.match(new RegExp(`^${name} \\d`, "m"));
  });
});
