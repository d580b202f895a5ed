import { stopBy } from "@tuwai/domain/privacy";
import { jakartaDate } from "@tuwai/domain/time";
import type { Feature } from "#app";
import { deadlineSources, taskSources } from "#tasks";
import { countToFollow } from "./withdrawal-to-follow.view.ts";

export const consentsFeature: Feature = {
  name: "consents",
  owns: { "app.consent_withdrawals": "consent.withdrawal.read" },
  gives: [
    taskSources({
      code: "follow-withdrawals",
      target: "withdrawals",
      urgency: 11,
      permission: "consent.withdrawal.handle",
      count: async ({ tx, area }) => (await countToFollow(tx, area)).count,
    }),
    deadlineSources({
      code: "stop-by",
      permission: "consent.withdrawal.handle",
      find: async ({ tx, area }) => {
        const { count, since } = await countToFollow(tx, area);
        return { count, on: since === null ? null : stopBy(jakartaDate(since.getTime())) };
      },
    }),
  ],
};
