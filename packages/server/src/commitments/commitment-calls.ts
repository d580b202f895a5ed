import { budgetMilestones, yearToPromise } from "@tuwai/domain/commitments";
import type { RegionCode } from "@tuwai/domain/regions";
import { type Ask, callSources } from "#calls";
import type { Step } from "#use-case";
import { recordsOf, silentVillages } from "./get-promise-record.ts";
import { kindOfVillage } from "./read-year.ts";
import { findYear } from "./year.store.ts";

const nothing = { count: null, rupiah: null, on: null, since: null, isUrgent: false };

/** Villages that paid less than they promised for the months that are due, who is short of most first. */
async function shortByVillage(step: Step): Promise<readonly Ask[]> {
  const records = await recordsOf(step, Number(step.today.slice(0, 4)));
  return records
    .filter(({ short }) => short > 0)
    .map(({ villageCode, short, months }) => ({
      ...nothing,
      who: { villageCode },
      count: months.filter(({ isKept }) => isKept).length,
      of: months.length,
      rupiah: short,
    }));
}

/** Villages that were asked for a promise and gave none, while the budget is still open. */
async function silentByVillage(step: Step): Promise<readonly Ask[]> {
  const year = yearToPromise(step.today);
  const known = await findYear(step.tx, step.actor.regionCode, year);
  if (known === undefined || known.lockedAt !== null) return [];
  return (await silentVillages(step, year)).map((villageCode) => {
    const kind = kindOfVillage(villageCode as RegionCode);
    const budget = budgetMilestones(year, kind).find(({ step: milestone }) => milestone === "budget");
    return { ...nothing, who: { villageCode }, on: budget?.on ?? null };
  });
}

const permission = "village_commitment.evaluate";

export const commitmentCalls = [
  callSources({ code: "promise-short", urgency: 50, permission, find: shortByVillage }),
  callSources({ code: "promise-missing", urgency: 60, permission, find: silentByVillage }),
];
