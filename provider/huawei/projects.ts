import { InvalidSettingError } from "../errors";
import { SYSTEM_TIMING, type Timing } from "../http/timing";
import { runExclusive } from "../runExclusive";
import { accountOf, type HuaweiAccess, type HuaweiAccount } from "./account";
import { findProjects } from "./client";
import { NAMESPACE } from "./settings";
import { errorAt } from "./vendor";

/** The project ids that this process has refreshed up, by who asked where. */
const lookedUp = new Map<string, string>();

/** The account, where its project's id was refreshed up in this process already; null else. */
export function recallAccount(access: HuaweiAccess): HuaweiAccount | null {
  const projectId = lookedUp.get(keyOf(access));
  return projectId === undefined ? null : accountOf(access, projectId);
}

/**
 * Asks IAM for the project of the region.
 * @throws SmsError where that cannot be told
 */
export function identifyAccount(access: HuaweiAccess, timing: Timing = SYSTEM_TIMING): Promise<HuaweiAccount> {
  const key = keyOf(access);
  return runExclusive(`project ${key}`, async () => {
    const known = recallAccount(access);
    if (known !== null) return known;
    const { iam } = access;
    if (iam instanceof InvalidSettingError) throw iam;
    const { answer, ...sent } = await findProjects(iam, access, timing);
    if (answer.kind !== "success") throw errorAt(access, { ...sent, answer }, false);
    const [projectId, ...others] = answer.value;
    if (projectId === undefined || others.length > 0) {
      const found = projectId === undefined ? "no project" : `${answer.value.length} projects`;
      throw new InvalidSettingError(
        `${NAMESPACE}:projectId`,
        `it is not given, and IAM shows these credentials ${found} by the name of the region ${iam.region}: give it, or the region in which the service was opened`,
      );
    }
    lookedUp.set(key, projectId);
    return accountOf(access, projectId);
  });
}

function keyOf({ credentials, iam }: HuaweiAccess): string {
  const where = iam instanceof InvalidSettingError ? null : [iam.endpoint.url, iam.region];
  switch (credentials.way) {
    case "keys":
      return JSON.stringify([where, credentials.accessKey]);
    case "token":
      return JSON.stringify([where, credentials.token.reveal()]);
    case "login":
      return JSON.stringify([where, credentials.domainName, credentials.userName]);
  }
}
