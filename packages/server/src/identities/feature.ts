import type { Feature } from "#app";
import { identityTasks } from "./identity-tasks.ts";

export const identitiesFeature: Feature = {
  name: "identities",
  owns: { "app.identity_decisions": "worker.merge" },
  gives: identityTasks,
};
