import { z } from "zod";
import { HuaweiError } from "./errors";
import type { HuaweiSettings } from "./settings";
import { isTime } from "./times";

type Answer = Record<string, unknown>;

const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const time = z.string().refine(isTime);

const paging = z.object({
  limit: count.refine((limit) => limit > 0).default(10),
  offset: count.default(0),
  start_time: time.optional(),
  end_time: time.optional(),
  sort_dir: z.enum(["asc", "desc"]).default("desc"),
  sort_key: z.literal("create_time").default("create_time"),
});

/** Names that `hwNames` speaks of. */
const nameFilters = ["signature_name", "app_name"];

/** One page of answers, which come oldest first; `filters` are the members that a query may ask for. */
export function page(
  answers: readonly Answer[],
  query: Readonly<Record<string, string>>,
  filters: readonly string[],
  { names }: HuaweiSettings,
): { results: Answer[]; total: number } {
  // An empty parameter is one left out.
  const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
  const read = paging.safeParse(asked);
  if (!read.success) throw new HuaweiError("MSGSMS.0002", `${read.error.issues[0]?.path.join(".")}: cannot be that`);
  const { limit, offset, start_time: start, end_time: end, sort_dir: direction } = read.data;

  const found = answers.filter((answer) => {
    const created = String(answer["create_time"]);
    if ((start !== undefined && created < start) || (end !== undefined && created > end)) return false;
    return filters.every((name) => {
      const wanted = asked[name];
      if (wanted === undefined) return true;
      const value = String(answer[name]);
      return names === "contains" && nameFilters.includes(name) ? value.includes(wanted) : value === wanted;
    });
  });
  if (direction === "desc") found.reverse();
  return { results: found.slice(offset, offset + limit), total: found.length };
}
