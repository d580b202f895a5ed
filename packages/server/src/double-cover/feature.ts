import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { countOpen } from "./list-double-cover.ts";

export const doubleCoverFeature: Feature = {
  name: "double-cover",
  owns: {
    "app.other_covers": "double_cover.read",
    "app.double_cover_answers": "double_cover.read",
  },
  gives: [
    taskSources({
      code: "answer-double-cover",
      target: "double-cover",
      urgency: 73,
      permission: "double_cover.write",
      count: countOpen,
    }),
  ],
};
