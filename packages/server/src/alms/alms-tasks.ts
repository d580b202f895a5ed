import { endsSoon, proofDueOn } from "@tuwai/domain/alms";
import { countedOnce, taskSources } from "#tasks";
import type { Step } from "#use-case";
import { listCampaigns } from "./campaign.store.ts";
import { permitOf } from "./keep-campaign.ts";
import { listStandingRounds } from "./round.store.ts";

const waitsForMe = countedOnce(async ({ tx, actor }: Step) =>
  (await listStandingRounds(tx, ["locked"])).filter(({ lockedBy }) => lockedBy !== actor.userId),
);

const lacksProof = countedOnce(async ({ tx, today }: Step) =>
  (await listStandingRounds(tx, ["paid"])).filter(
    ({ paidOn }) => paidOn !== null && proofDueOn(paidOn) < today,
  ),
);

export const almsTasks = [
  taskSources({
    code: "approve-alms-round",
    target: "alms-rounds",
    urgency: 48,
    permission: "donation.disburse",
    count: async (step) => (await waitsForMe(step)).length,
    where: async (step) => (await waitsForMe(step))[0]?.code,
  }),
  taskSources({
    code: "prove-alms-round",
    target: "alms-rounds",
    urgency: 49,
    permission: "donation.disburse",
    count: async (step) => (await lacksProof(step)).length,
    where: async (step) => (await lacksProof(step))[0]?.code,
  }),
  taskSources({
    code: "renew-alms-permit",
    target: "alms-desk",
    urgency: 162,
    permission: "donation.campaign.write",
    count: async ({ tx, today }) =>
      (await listCampaigns(tx)).filter((each) => each.state === "open" && endsSoon(permitOf(each), today))
        .length,
  }),
];
