import type { Feature } from "#app";
import { commitmentCalls } from "./commitment-calls.ts";
import { commitmentTasks } from "./commitment-tasks.ts";

export const commitmentsFeature: Feature = {
  name: "commitments",
  owns: {
    "app.commitments": "village_commitment.read",
    "app.commitment_steps": "village_commitment.read",
    "app.commitment_years": "village_commitment.read",
    "app.commitment_rules": "village_commitment.read",
    "app.need_counts": "village_commitment.read",
  },
  gives: [...commitmentTasks, ...commitmentCalls],
};
