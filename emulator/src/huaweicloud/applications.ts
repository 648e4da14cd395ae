import { made } from "./ids";
import type { HuaweiAccount } from "./settings";

export interface Application {
  id: string;
  name: string;
  key: string;
}

/** The applications of a project, oldest first. They are made in the console, so there is nothing to keep. */
export function applicationsOf({ projectId, apps }: HuaweiAccount): Application[] {
  return apps.map((name, place) => ({
    id: made(`application ${projectId} ${place}`),
    name,
    key: made(`application key ${projectId} ${place}`).slice(0, 28),
  }));
}
