import type { RevisionName } from "./revisions/names";

/** An app of JPush: its signatures, reviews and default are its own. */
export interface JPushAppOptions {
  /** App key. */
  key: string;
  /** Its master secret. */
  secret: string;
  /** Revision of the API that it is served. Default: the emulator's `revision`. */
  revision?: RevisionName | undefined;
  /** Whether the service is opened for it; false refuses every call with 50008. Default true. */
  serviceOpened?: boolean | undefined;
  /** Whether it is on the blacklist; true refuses every call with 50036. Default false. */
  blacklisted?: boolean | undefined;
  /** IP addresses that it may be called from; calls from others are refused with 50035. Default: all. */
  allowedAddresses?: string[] | undefined;
}

/** What can be set about JPush. */
export interface JPushOptions {
  /** App key of the app that is always there. Default: the sample of the vendor's pages. */
  appKey?: string | undefined;
  /** Its master secret. Default: the sample's. */
  masterSecret?: string | undefined;
  /** Further apps; one whose key is `appKey` takes the first one's place. Default: none. */
  apps?: JPushAppOptions[] | undefined;
  /** Revision of the API for apps that name none. Default `2026-04`. */
  revision?: RevisionName | undefined;
  /** How many signatures an app may have under review; more is 50103. Default 1. */
  reviewsAtOnce?: number | undefined;
  /**
   * Whether fields that there are not are refused, 50007 of JPush and MSGSMS.0002 of Huawei Cloud. Default false: they
   * are ignored. The pages leave it open.
   */
  strict?: boolean | undefined;
  /** Whether wrong check characters of identity number and credit code are refused. Default `error`. The pages leave it open. */
  numberChecks?: "error" | "off" | undefined;
  /** Most characters of a signature's text. Default 8, as the API's page says; the console's guide says 16. */
  maxSignLength?: number | undefined;
  /** Most bytes of an image. Default 2,097,152; the other reading of the page's "2 MB" is 2,000,000. */
  imageLimit?: number | undefined;
  /** Texts that contain one of these are refused with 50037. Default: none. The pages do not list the vendor's. */
  blockedWords?: string[] | undefined;
  /**
   * Calls that an app may make within a time of the emulator's clock, e.g. `20/1m`; more is 50009. Default: any number.
   * The pages name no limit.
   */
  rateLimit?: string | undefined;
  /** Whether a signature under review may be deleted; otherwise it is 50103. Default true. The pages leave it open. */
  deletePending?: boolean | undefined;
  /** Whether 50103 blocks a modify as it does a create. Default true. The pages leave it open. */
  modifyWaits?: boolean | undefined;
  /** Whether a modify keeps the images that it does not send. Default false. The pages leave it open. */
  modifyKeepsImages?: boolean | undefined;
  /** Whether two signatures of an app may have one text; otherwise it is 50104. Default true. The pages leave it open. */
  duplicates?: boolean | undefined;
  /** Code for an id that is deleted, another app's or never was. Default 50102. The pages leave it open. */
  absentCode?: number | undefined;
  /** Code for a modify of a signature that is not rejected. Default 50102. The pages leave it open. */
  notRejectedCode?: number | undefined;
  /**
   * Whether an app's first approved signature becomes its default. Default false: the control plane makes it. The pages
   * leave it open.
   */
  firstIsDefault?: boolean | undefined;
  /** Address, http or https, to which the end of each review is posted, for every app. Default: none. */
  callbackUrl?: string | undefined;
  /** Whether `is_default` is left out of an answer where it would be 0. Default false. The pages leave it open. */
  omitNotDefault?: boolean | undefined;
}
