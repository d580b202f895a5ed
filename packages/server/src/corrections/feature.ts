import type { Feature } from "#app";
import { workHandlers } from "#work";
import { correctionTasks } from "./correction-tasks.ts";
import { correctionsWork } from "./corrections-work.ts";

export const correctionsFeature: Feature = {
  name: "corrections",
  owns: { "app.person_edits": "worker.correction.read" },
  gives: [workHandlers(correctionsWork), ...correctionTasks],
};
