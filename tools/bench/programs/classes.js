"use strict";

const { JPushSmsSignature } = require("pulumi-sms");
const { each } = require("./inputs");

each((name, inputs) => new JPushSmsSignature(name, inputs));
