import { waitingStates } from "@tuwai/domain/claims";
import { scopeOf } from "#access";
import type { Feature } from "#app";
import { scholarshipRightSources } from "#families";
import { handles, schedule, schedules, workHandlers } from "#work";
import { taskSources } from "#tasks";
import { countStanding } from "./claim.store.ts";
import { statesFor } from "./list-claims.ts";
import { scholarshipRights } from "./reckon-claim.ts";
import { forgetClaimFiles } from "./forget-files.ts";

export const claimsFeature: Feature = {
  name: "claims",
  owns: {
    "app.claims": "claim.list",
    "app.claim_steps": "claim.list",
    "app.claim_documents": "claim.list",
    "app.claim_payments": "claim.list",
  },
  gives: [
    scholarshipRightSources(scholarshipRights),
    workHandlers(handles("claims.forget", { work: forgetClaimFiles, unite: () => ({}) })),
    schedules(schedule({ name: "claims-retention", at: "00.10", topic: "claims.forget", payload: {} })),
    taskSources({
      code: "gather-claims",
      target: "claims",
      urgency: 3,
      permission: "claim.help",
      // The city helps a village with its file and does not gather it in its place.
      count: async ({ tx, area, actor }) =>
        scopeOf(actor, "claim.help") === "V"
          ? (await countStanding(tx, area, waitingStates.village)).count
          : 0,
    }),
    taskSources({
      code: "answer-claims",
      target: "claims",
      urgency: 4,
      permission: "claim.update_state",
      count: async ({ tx, area, actor }) => (await countStanding(tx, area, statesFor(actor))).count,
    }),
  ],
};
