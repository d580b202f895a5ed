import { CALIBRATION } from "./calibration.ts";
import { randomOf } from "@tuwai/linkage/generator";
import type { City, Household, Work } from "./person.ts";

/** How much better off a household is for having someone in this work. Judgement; only the order matters. */
const STANDING: Readonly<Partial<Record<Work, number>>> = {
  "civil-servant": 2.2, "military-police": 1.9, "private-employee": 0.8, "contract-staff": 0.7, "village-officer": 0.9,
  trader: 0.4, "self-employed": 0.3, driver: 0, mechanic: 0.1, farmer: -0.3, "farm-labourer": -1, "day-labourer": -1,
  builder: -0.5, fisher: -0.6, "motorcycle-taxi": -0.5, "street-vendor": -0.5, "domestic-worker": -0.8,
}; // oxfmt-ignore

/** Ranks all families and cuts the ranking into the ten national deciles; poor families may draw PKH and BPNT. */
export function assignWelfare(city: City, seed: number): void {
  const random = randomOf(seed, "welfare");
  const noise = (): number => random.next() + random.next() + random.next() - 1.5;
  const ranked = city.households
    .map((household) => ({ household, score: standingOf(household) + 1.8 * noise() }))
    .toSorted((a, b) => a.score - b.score);
  const ends = runningShares(CALIBRATION.decileShares);
  for (const [place, { household }] of ranked.entries()) {
    const point = (place + 0.5) / ranked.length;
    household.decile = 1 + ends.filter((end) => end <= point).length;
    household.isPkh = household.decile <= 3 && random.chance(0.45);
    household.isBpnt = household.decile <= 4 && random.chance(0.5);
  }
}

function standingOf(household: Household): number {
  const standings = household.members.map((member) => STANDING[member.work] ?? -0.15);
  return Math.max(...standings) + standings.reduce((sum, standing) => sum + standing, 0) / 4;
}

function runningShares(shares: readonly number[]): number[] {
  let sum = 0;
  return shares.slice(0, -1).map((share) => (sum += share));
}
