import { daysBetween, type CivilDate } from "#time";
import type { WorkerFacts } from "./facts.ts";
import type { EligibilityPolicy } from "./policy.ts";

/** Why someone comes first. `lower-welfare` never tells the decile, and the points of it are not to be shown. */
export type PriorityReason =
  | { readonly code: "hazardous-work"; readonly group: string; readonly points: number }
  | { readonly code: "about-to-lapse"; readonly daysLeft: number; readonly points: number }
  | { readonly code: "lower-welfare"; readonly points: number }
  | { readonly code: "has-dependants"; readonly dependants: number; readonly points: number };

export type Priority = { readonly score: number; readonly reasons: readonly PriorityReason[] };

/** A lapse is acted on from this many days ahead of its last rescue day. */
const LAPSE_HORIZON_DAYS = 31;
/** Above this decile welfare gives no points; of a span the better-off end counts, so that nobody comes first by what is not known. */
const LAST_DECILE_WITH_POINTS = 5;

/** Days left to keep cover from lapsing; null while that is far off, or too late. */
export function daysToRescue(lastRescueDay: CivilDate | null, on: CivilDate): number | null {
  if (lastRescueDay === null) return null;
  const daysLeft = daysBetween(on, lastRescueDay);
  return daysLeft >= 0 && daysLeft <= LAPSE_HORIZON_DAYS ? daysLeft : null;
}

/** Higher comes first. Unknown facts give no points, so a missing decile neither helps nor harms beyond its own part. */
export function priorityOf(facts: WorkerFacts, policy: EligibilityPolicy, on: CivilDate): Priority {
  const weights = policy.priority;
  const reasons: PriorityReason[] = [];
  if (typeof facts.work === "object" && facts.work.hazardous) {
    reasons.push({ code: "hazardous-work", group: facts.work.group, points: weights.hazardousWork });
  }
  const daysLeft = daysToRescue(facts.lastRescueDay, on);
  if (daysLeft !== null) {
    reasons.push({ code: "about-to-lapse", daysLeft, points: weights.aboutToLapse });
  }
  const steps = LAST_DECILE_WITH_POINTS + 1 - (facts.welfare?.to ?? LAST_DECILE_WITH_POINTS + 1);
  if (steps > 0) {
    reasons.push({
      code: "lower-welfare",
      points: Math.round((weights.welfare * steps) / LAST_DECILE_WITH_POINTS),
    });
  }
  const dependants = Math.min(facts.dependants ?? 0, weights.countedDependants);
  if (dependants > 0)
    reasons.push({ code: "has-dependants", dependants, points: dependants * weights.perDependant });
  const counted = reasons.filter((reason) => reason.points > 0);
  return { score: counted.reduce((sum, reason) => sum + reason.points, 0), reasons: counted };
}
