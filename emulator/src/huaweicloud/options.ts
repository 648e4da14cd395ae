import type { HuaweiCode } from "./errors";

/** A project of Huawei Cloud with its keys. Those of one `domainName` are of one account. */
export interface HuaweiAccountOptions {
  /** Access key; each is there once. */
  accessKey: string;
  secretKey: string;
  /** Makes the two temporary keys, which go with this token. Default: none, they are permanent. */
  securityToken?: string | undefined;
  /** The `{project_id}` of the paths; each is there once. */
  projectId: string;
  /** Region, which is also the project's name. Default: the emulator's `hwRegion`. */
  region?: string | undefined;
  /** IAM user that can have tokens. Default `IAMUser`. */
  userName?: string | undefined;
  /** Its password. Default `IAMPassword`. */
  userPassword?: string | undefined;
  /** The account's name. Default `IAMDomain`. */
  domainName?: string | undefined;
  /** Names of its applications, one at least; two may be the same. Default: one, `sample`. */
  apps?: string[] | undefined;
}

/** What can be set about Huawei Cloud. */
export interface HuaweiOptions {
  /** Access key of the project that is always there. Default: the sample of the vendor's pages. */
  hwAccessKey?: string | undefined;
  /** Its secret key. Default: the sample's. */
  hwSecretKey?: string | undefined;
  /** Makes the two temporary keys; calls then need it as `X-Security-Token`. Default: none, they are permanent. */
  hwSecurityToken?: string | undefined;
  /** The `{project_id}` of the paths. Default: the sample's, `77b6a44cba5143ab91d13ab9a8ff44fd`. */
  hwProjectId?: string | undefined;
  /** Region, which is also the project's name. Default `cn-north-4`. */
  hwRegion?: string | undefined;
  /** IAM user that can have tokens. Default `IAMUser`. */
  hwUserName?: string | undefined;
  /** Its password. Default `IAMPassword`. */
  hwUserPassword?: string | undefined;
  /** The account's name. Default `IAMDomain`. */
  hwDomainName?: string | undefined;
  /** Names of its applications in the order of their list, one at least; two may be the same. Default: one, `sample`. */
  hwApps?: string[] | undefined;
  /** Further projects, of this account or another. Default: none. */
  hwAccounts?: HuaweiAccountOptions[] | undefined;
  /**
   * HTTP statuses, 200 to 599, for codes, e.g. `{ "MSGSMS.0002": 400 }`. Default: the table of the README. The pages
   * list statuses and codes, not which goes with which.
   */
  hwHttpStatuses?: Partial<Record<HuaweiCode, number>> | undefined;
  /** HTTP status of a create. Default 200. The pages name both. */
  hwCreatedStatus?: 200 | 201 | undefined;
  /** HTTP status of a delete. Default 204. The pages name both. */
  hwDeletedStatus?: 200 | 204 | undefined;
  /** Code for an id that is deleted, another project's or never was. Default `MSGSMS.0005`. The pages leave it open. */
  hwAbsentCode?: HuaweiCode | undefined;
  /** Code for a second signature of the same name and type. Default `MSGSMS.0006`; the other reading is `MSGSMS.0004`. */
  hwDuplicateCode?: HuaweiCode | undefined;
  /** Code for an application that is not there. Default `MSGSMS.0014`; the other reading is `MSGSMS.0076`. */
  hwAbsentAppCode?: HuaweiCode | undefined;
  /** Whether the service is opened; otherwise every call is MSGSMS.0013. Default true. */
  hwServiceOpened?: boolean | undefined;
  /** `cn`, the Chinese site, takes PROMOTION_TYPE, and a review there fails without a qualification. Default `intl`. */
  hwSite?: "intl" | "cn" | undefined;
  /**
   * Whether a name is refused that is not 2 to 32 Chinese characters, letters and digits. Default false: that is the
   * console's rule, and the page's own example breaks it.
   */
  hwNameChecks?: boolean | undefined;
  /**
   * Whether the sources 1 to 4 need `source_title_content`. Default false: the page lists it both as mandatory and as
   * discarded.
   */
  hwSourceTitles?: boolean | undefined;
  /** How lists compare `signature_name` and `app_name`. Default `exact`. The pages leave it open. */
  hwNames?: "exact" | "contains" | undefined;
  /** Most bytes of a file. Default 2,097,152; the other reading of "2 MB" is 2,000,000. */
  hwFileLimit?: number | undefined;
  /** Whole hours from UTC, -12 to 14, of the times in answers and filters. Default 8. They tell no zone. */
  hwUtcOffset?: number | undefined;
  /** Whether what there is not is null in an answer. Default false: it is left out. The pages leave it open. */
  hwNulls?: boolean | undefined;
}
