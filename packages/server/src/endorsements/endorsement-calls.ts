import { daysBetween, jakartaDate } from "@tuwai/domain/time";
import { type Ask, callSources } from "#calls";
import { asSystem } from "#database";
import type { Step } from "#use-case";
import { listProposedVillages } from "./endorsement.store.ts";

/** As long as a list may lie before somebody asks for it: a practice of ours, not of law. */
const patientDays = 7;

/** Villages whose head has not decided on a list for longer than that, who waited longest first. */
async function waitingByVillage({ app, area, today }: Step): Promise<readonly Ask[]> {
  const waiting = await asSystem(app, (city) => listProposedVillages(city, area));
  return waiting
    .filter(({ since }) => since !== null && daysBetween(jakartaDate(since.getTime()), today) > patientDays)
    .map(({ villageCode, count, since }) => ({
      who: { villageCode },
      count,
      since,
      rupiah: null,
      on: null,
      isUrgent: false,
    }));
}

export const endorsementCalls = [
  callSources({
    code: "list-waits",
    urgency: 30,
    permission: "village_official.read",
    find: waitingByVillage,
  }),
];
