import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "../../tools/hermetic";

/** Where the example's workflows are. */
export const folder = join(root, "examples", "review-receiver", "workflows");
export const read = (name: string): string => readFileSync(join(folder, name), "utf8");

const workflow = z.object({
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(
    z.string(),
    z.object({
      steps: z.array(
        z.object({
          name: z.string().optional(),
          run: z.string().optional(),
          env: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
  ),
});

type Workflow = z.infer<typeof workflow>;

export function workflowOf(name: string): Workflow {
  return workflow.parse(parse(read(name)));
}

export function stepsOf(name: string): Workflow["jobs"][string]["steps"] {
  return Object.values(workflowOf(name).jobs).flatMap(({ steps }) => steps);
}
