import { z } from "zod";
import { parseDuration } from "../duration";
import { OptionError } from "../option-error";
import { commonErrors } from "./errors";
import { revisionNames } from "./revisions/names";

const revision = z.enum(revisionNames, { error: `one of ${revisionNames.join(", ")}` });

const app = z.strictObject({
  key: z.string().min(1),
  secret: z.string().min(1),
  /** Default: the emulator's revision. */
  revision: revision.optional(),
  /** Default true; false refuses every call with 50008. */
  serviceOpened: z.boolean().default(true),
  /** Default false; true refuses every call with 50036. */
  blacklisted: z.boolean().default(false),
  /** Default: all; calls from others are refused with 50035. */
  allowedAddresses: z.array(z.string()).optional(),
});

const code = z.int().refine((value) => Object.hasOwn(commonErrors, value), {
  error: `one of ${Object.keys(commonErrors).join(", ")}`,
});

const rateLimit = z.string().transform((text, context) => {
  const [, calls = "", per = ""] = /^(\d{1,6})\/(\w+)$/.exec(text) ?? [];
  const milliseconds = parseDuration(per);
  if (milliseconds) return { calls: Number(calls), milliseconds };
  context.addIssue("calls and a duration, such as 20/1m");
  return z.NEVER;
});

/** The sample of the vendor's pages. */
export const sampleApp = { key: "7d431e42dfa6a6d693ac2d04", secret: "5e987ac6d2e04d95a9d8f0d1" };

function isAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}

/** What can be set about JPush. */
export const jpushOptions = {
  /** The app that is always there. Default: the sample of the vendor's pages. */
  appKey: z.string().min(1).default(sampleApp.key),
  /** Its master secret. Default: the sample's. */
  masterSecret: z.string().min(1).default(sampleApp.secret),
  /** Further apps; one of the same key takes the first one's place. */
  apps: z.array(app).default([]),
  /** Revision of the API for apps that name none. Default `2026-04`. */
  revision: revision.default("2026-04"),
  /** How many signatures an app may have under review; more is 50103. Default 1. */
  reviewsAtOnce: z.int().min(1).default(1),
  /** Refuses fields that the revision does not have. Default false: they are ignored. */
  strict: z.boolean().default(false),
  /** Whether wrong check characters of the two numbers are refused. Default `error`. */
  numberChecks: z.enum(["error", "off"], { error: "error or off" }).default("error"),
  /** Most characters of a signature's text. Default 8. */
  maxSignLength: z.int().min(2).default(8),
  /** Most bytes of an image. Default 2,097,152; the other reading of the page's "2 MB" is 2,000,000. */
  imageLimit: z.int().min(1).default(2 * 1024 * 1024),
  /** Texts that have one of these are refused with 50037. Default: none. */
  blockedWords: z.array(z.string().min(1)).default([]),
  /** Calls that an app may make in a time of the emulator's clock, e.g. `20/1m`; more is 50009. Default: any number. */
  rateLimit: rateLimit.optional(),
  /** Whether a signature under review may be deleted. Default true; otherwise 50103. */
  deletePending: z.boolean().default(true),
  /** Whether 50103 blocks a modify as it does a create. Default true. */
  modifyWaits: z.boolean().default(true),
  /** Whether a modify keeps the images that it does not send. Default false. */
  modifyKeepsImages: z.boolean().default(false),
  /** Whether two signatures of an app may have one text. Default true; otherwise 50104. */
  duplicates: z.boolean().default(true),
  /** Code for an id that is deleted, another app's or never was. Default 50102. */
  absentCode: code.default(50102),
  /** Code for a modify of a signature that is not rejected. Default 50102. */
  notRejectedCode: code.default(50102),
  /** Whether an app's first approved signature becomes its default. Default false: the control plane makes it. */
  firstIsDefault: z.boolean().default(false),
  /** Address to which the end of each review is posted, for every app. Default: none. */
  callbackUrl: z
    .string()
    .refine(isAddress, { error: "an address such as http://127.0.0.1:3000/reviews" })
    .optional(),
  /** Leaves `is_default` out of an answer where it would be 0. Default false. */
  omitNotDefault: z.boolean().default(false),
};

type Chosen = z.output<z.ZodObject<typeof jpushOptions>>;

export type JPushApp = z.output<typeof app>;
export type JPushSettings = Omit<Chosen, "appKey" | "masterSecret">;

/** One list of apps instead of one and further ones. */
export function jpushSettings({ appKey, masterSecret, apps, ...rest }: Chosen): JPushSettings {
  const keys = apps.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new OptionError([{ option: "apps", message: `${twice} is there twice` }]);
  const first = { key: appKey, secret: masterSecret, serviceOpened: true, blacklisted: false };
  return { ...rest, apps: keys.includes(appKey) ? apps : [first, ...apps] };
}
