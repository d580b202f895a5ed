import type { Feature } from "#app";
import { countedOnce, taskSources } from "#tasks";
import { handles, schedule, schedules, workHandlers } from "#work";
import { forgetFamilies } from "./forget-families.ts";
import { followedChildren, isLetterDue } from "./orphan-register.ts";

const followed = countedOnce(followedChildren);

export const familiesFeature: Feature = {
  name: "families",
  owns: {
    "app.households": "family.read",
    "app.household_members": "family.read",
    "app.household_terms": "family.read",
    "app.family_children": "family.read",
    "app.child_guardians": "family.read",
    "app.school_letters": "family.read",
    "app.family_copies": "family.read",
  },
  gives: [
    taskSources({
      code: "child-guardians",
      target: "orphans",
      urgency: 26,
      permission: "orphan.write",
      count: async (step) =>
        (await followed(step)).filter(({ guardianState }) => ["missing", "ending"].includes(guardianState))
          .length,
    }),
    taskSources({
      code: "school-letters",
      target: "orphans",
      urgency: 27,
      permission: "orphan.write",
      count: async (step) => (await followed(step)).filter(isLetterDue).length,
    }),
    workHandlers(handles("families.forget", { work: forgetFamilies, unite: () => ({}) })),
    schedules(schedule({ name: "families-retention", at: "00.10", topic: "families.forget", payload: {} })),
  ],
};
