import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "../../tools/hermetic";

/** Where the example's workflows are. */
export const folder = join(root, "examples", "review-receiver", "workflows");
export const read = (name: string): string => readFileSync(join(folder, name), "utf8");

const workflow = z.object({
  concurrency: z.object({ group: z.string() }).optional(),
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
export type Step = Workflow["jobs"][string]["steps"][number];

export function workflowOf(name: string): Workflow {
  return workflow.parse(parse(read(name)));
}

export function stepsOf(name: string): readonly Step[] {
  return stepsIn(read(name));
}

/** The steps of a workflow's jobs, or of one of them. */
export function stepsIn(text: string, job?: string): readonly Step[] {
  const { jobs } = workflow.parse(parse(text));
  return Object.entries(jobs).flatMap(([name, { steps }]) => (job === undefined || name === job ? steps : []));
}
