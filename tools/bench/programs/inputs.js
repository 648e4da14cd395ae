"use strict";

const pulumi = require("@pulumi/pulumi");

/** What each contender declares, from the environment of the run. */
const count = Number(process.env.BENCH_COUNT);
const documents = process.env.BENCH_DOCUMENTS.split(",");
const file = (name) => new pulumi.asset.FileAsset(name);

function each(declare) {
  for (let i = 0; i < count; i++) declare("signature" + i, inputsOf("极光" + i));
}

/** One document is a signature of JPush's revision of 2018-11, several are one of 2026-04. */
function inputsOf(sign) {
  const [first, ...others] = documents;
  if (others.length === 0) return { sign, type: 1, images: [file(first)], apiRevision: "2018-11" };
  const names = ["idCardImage", "businessLicenseImage", "trademarkImage", "thirdPartyAuthImage", "otherImage"];
  return {
    sign,
    type: 1,
    legalPersonName: pulumi.secret("样本"),
    legalPersonIdNumber: pulumi.secret("999999199001010008"),
    socialCreditCode: "91999999000000000G",
    ...Object.fromEntries(documents.map((name, position) => [names[position], file(name)])),
  };
}

const secrets = { additionalSecretOutputs: ["legalPersonName", "legalPersonIdNumber"] };

module.exports = { each, secrets };
