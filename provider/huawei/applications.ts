import { InvalidInputError } from "../errors";
import type { Failure } from "../vendors/failures";
import type { Memory } from "../memory";
import type { Application } from "./answers";
import type { HuaweiClient } from "./client";

/** What this process has looked up: an application's id by account and name. */
const makeApplicationIds = () => new Map<string, string>();

/**
 * The id of the application that is given by its name.
 * @throws InvalidInputError where there is none of that name, or more than one
 */
export async function findApplication(
  name: string,
  account: string,
  client: HuaweiClient,
  memory: Memory,
): Promise<Application["id"] | Failure> {
  const key = keyOf(name, account);
  const lookedUp = memory.of(makeApplicationIds);
  const known = lookedUp.get(key);
  if (known !== undefined) return known;
  const { answer, ...sent } = await client.applicationsNamed(name);
  if (answer.kind !== "success") return { ...sent, answer };
  const [application, ...others] = answer.value;
  if (application === undefined) {
    throw refused(
      `there is no application of this name in the project: look it up in the console (Application Management) of the same region`,
    );
  }
  if (others.length > 0) {
    const ids = answer.value.map(({ id }) => id).join(", ");
    throw refused(
      `${answer.value.length} applications have this name (${ids}): give the id of the one that is meant as appId`,
    );
  }
  lookedUp.set(key, application.id);
  return application.id;
}

/** The vendor says that there is no such application. */
export function forgetApplication(name: string, account: string, memory: Memory): void {
  memory.of(makeApplicationIds).delete(keyOf(name, account));
}

function keyOf(name: string, account: string): string {
  return `${account} ${name}`;
}

function refused(reason: string): InvalidInputError {
  return new InvalidInputError([{ input: "appName", reason }]);
}
