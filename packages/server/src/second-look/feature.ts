import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { countAsked } from "./asked-person.view.ts";

export const secondLookFeature: Feature = {
  name: "second-look",
  owns: { "app.second_looks": "worker.second_look.decide" },
  gives: [
    taskSources({
      code: "look-again",
      target: "second-looks",
      urgency: 25,
      permission: "worker.second_look.decide",
      count: ({ tx, area }) => countAsked(tx, area),
    }),
  ],
};
