import { InvalidSettingError, MissingSettingError } from "../errors";
import type { Runtime } from "../http/timing";
import type { Memory } from "../memory";
import { runExclusive } from "../runExclusive";
import { projectAccess, type HuaweiAccess, type ProjectAccess } from "./access";
import { findProjects } from "./client";
import { errorAt } from "./failures";
import { NAMESPACE, VARIABLES } from "./settings";

/** The project ids that this process has looked up, by who asked where. */
const makeProjectIds = () => new Map<string, string>();

/** The project, where its id was looked up in this process already; null else. */
export function recallProject(access: HuaweiAccess, memory: Memory): ProjectAccess | null {
  const projectId = memory.of(makeProjectIds).get(keyOf(access));
  return projectId === undefined ? null : projectAccess(access, projectId);
}

/**
 * Asks IAM for the project of the region.
 * @throws SmsError where that cannot be told
 */
export function identifyProject(access: HuaweiAccess, runtime: Runtime): Promise<ProjectAccess> {
  const key = keyOf(access);
  return runExclusive(runtime.memory, `project ${key}`, async () => {
    const known = recallProject(access, runtime.memory);
    if (known !== null) return known;
    const { iam } = access;
    if (iam instanceof InvalidSettingError) throw iam;
    const { answer, ...sent } = await findProjects(iam, access, runtime);
    if (answer.kind !== "success") throw errorAt(access, { ...sent, answer }, null, runtime.memory);
    const [projectId, ...others] = answer.value;
    if (projectId === undefined || others.length > 0) {
      const found = projectId === undefined ? "no project" : `${answer.value.length} projects`;
      throw new MissingSettingError(
        `${NAMESPACE}:projectId`,
        VARIABLES.projectId,
        "<id>",
        `, and IAM shows these credentials ${found} by the name of the region ${iam.region}, which must be the one in which the service was opened`,
      );
    }
    runtime.memory.of(makeProjectIds).set(key, projectId);
    return projectAccess(access, projectId);
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
