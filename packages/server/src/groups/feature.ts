import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { countGroupsToMend } from "./list-groups.ts";

export const groupsFeature: Feature = {
  name: "groups",
  owns: {
    "app.groups": "group.read",
  },
  gives: [
    taskSources({
      code: "mend-groups",
      target: "groups",
      urgency: 138,
      permission: "group.write",
      count: countGroupsToMend,
    }),
  ],
};
