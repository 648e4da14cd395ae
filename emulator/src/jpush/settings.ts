import { z } from "zod";
import { parseDuration } from "../duration";
import { OptionError } from "../option-error";
import { commonErrors } from "./errors";
import { revisionNames } from "./revisions/names";

const revision = z.enum(revisionNames, { error: `one of ${revisionNames.join(", ")}` });

const app = z.strictObject({
  key: z.string().min(1),
  secret: z.string().min(1),
  revision: revision.optional(),
  serviceOpened: z.boolean().default(true),
  blacklisted: z.boolean().default(false),
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

/** The schema of `JPushOptions`. */
export const jpushOptions = {
  appKey: z.string().min(1).default(sampleApp.key),
  masterSecret: z.string().min(1).default(sampleApp.secret),
  apps: z.array(app).default([]),
  revision: revision.default("2026-04"),
  reviewsAtOnce: z.int().min(1).default(1),
  strict: z.boolean().default(false),
  numberChecks: z.enum(["error", "off"], { error: "error or off" }).default("error"),
  maxSignLength: z.int().min(2).default(8),
  imageLimit: z
    .int()
    .min(1)
    .default(2 * 1024 * 1024),
  blockedWords: z.array(z.string().min(1)).default([]),
  rateLimit: rateLimit.optional(),
  deletePending: z.boolean().default(true),
  modifyWaits: z.boolean().default(true),
  modifyKeepsImages: z.boolean().default(false),
  duplicates: z.boolean().default(true),
  absentCode: code.default(50102),
  notRejectedCode: code.default(50102),
  firstIsDefault: z.boolean().default(false),
  callbackUrl: z.string().refine(isAddress, { error: "an address such as http://127.0.0.1:3000/reviews" }).optional(),
  omitNotDefault: z.boolean().default(false),
};

type Chosen = z.output<z.ZodObject<typeof jpushOptions>>;

export type JPushApp = z.output<typeof app>;
export type JPushSettings = Omit<Chosen, "appKey" | "masterSecret" | "apps"> & { apps: [JPushApp, ...JPushApp[]] };

/** One list of apps, the one of `appKey` first, instead of one and further ones. */
export function jpushSettings({ appKey, masterSecret, apps, ...rest }: Chosen): JPushSettings {
  const keys = apps.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new OptionError([{ option: "apps", message: `${twice} is there twice` }]);
  const first = apps.find(({ key }) => key === appKey) ?? {
    key: appKey,
    secret: masterSecret,
    serviceOpened: true,
    blacklisted: false,
  };
  return { ...rest, apps: [first, ...apps.filter((app) => app !== first)] };
}
