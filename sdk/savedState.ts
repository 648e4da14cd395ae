import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../provider/context";
import { fileOf, journalFolder, ownersOf } from "../provider/journal/place";
import { closeSaved, savedIn } from "../provider/journal/savedRecords";

/**
 * Closes what the journal has of a resource, once the state has it: the engine saves a resource before it gives the
 * program the resource's outputs. Without this a run that is killed later would leave records of what is saved.
 * @param type the resource's type without Pulumi's prefix
 * @param ledger the resource's output of that name
 */
export function closeWhenSaved(
  resource: pulumi.CustomResource,
  type: string,
  identity: pulumi.Input<object>,
  ledger: pulumi.Output<unknown> | undefined,
): void {
  if (pulumi.runtime.isDryRun()) return;
  pulumi.all([resource.id, ledger, identity]).apply(([, saved, place]: readonly unknown[]) => {
    if (!saved) return;
    const { formerly = [], ...told } = place as Omit<Identity, "formerNames"> & { formerly?: string[] };
    for (const owner of ownersOf(type, { ...told, formerNames: formerly }, process.env)) {
      closeSaved(fileOf(journalFolder(process.env), owner), savedIn(saved));
    }
  });
}
