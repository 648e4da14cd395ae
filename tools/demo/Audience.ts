import type { ControlPlane } from "../control/ControlPlane";
import type { CommandResult, Pulumi } from "../hermetic";

/** What the story says of a moment; everything of it is looked at from outside. */
export interface Moment {
  /** Each signature at the emulator, oldest first, as "37582 approved". */
  readonly filed: readonly string[];
  /** The resource's id and outputs in the stack's state. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** A moment that is not as told. */
export class NotAsTold extends Error {
  override readonly name = "NotAsTold";
}

/** Compares what the story says with what the emulator and the stack's state hold. */
export async function look(
  control: ControlPlane,
  pulumi: Pulumi,
  moment: Moment,
  result?: CommandResult,
): Promise<void> {
  const filed = (await control.signatures()).map(({ id, status }) => `${id} ${status}`);
  const { id, outputs } = (await pulumi.export()).resource("brand");
  const seen: Readonly<Record<string, unknown>> = { ...outputs, id };
  const faults = [
    ...differences("at the emulator", moment.filed.join(", "), filed.join(", ")),
    ...Object.entries(moment.outputs).flatMap(([name, told]) =>
      differences(`the output ${name}`, told, seen[name] ?? null),
    ),
  ];
  if (faults.length > 0) throw new NotAsTold([...faults, ...(result ? ["", result.output] : [])].join("\n"));
}

export function differences(what: string, told: unknown, seen: unknown): string[] {
  return told === seen ? [] : [`${what}: ${JSON.stringify(told)} was told, ${JSON.stringify(seen)} is there`];
}
