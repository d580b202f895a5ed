import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { countUnrecorded } from "./list-unrecorded.ts";

export const unrecordedFeature: Feature = {
  name: "unrecorded",
  owns: {},
  gives: [
    taskSources({
      code: "ask-bpjs",
      target: "unrecorded",
      urgency: 47,
      permission: "unrecorded.read",
      count: countUnrecorded,
    }),
  ],
};
