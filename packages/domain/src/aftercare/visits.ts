import { addDays, addMonths, type CivilDate } from "#time";

/** When somebody goes to see the family: after a month, three months, and once a year for three years. */
export const visitStages = ["day-30", "day-90", "year-1", "year-2", "year-3"] as const;
export type VisitStage = (typeof visitStages)[number];

/** How the family fares, as the visitor saw it. */
export const findings = ["well", "managing", "struggling", "moved", "not-found"] as const;
export type Finding = (typeof findings)[number];

/** What the family needs most. */
export const needs = ["none", "food", "school", "health", "work", "housing", "papers"] as const;
export type Need = (typeof needs)[number];

/** Three years, our own rule: as long as a worker's child is most at risk of leaving school. */
export const followMonths = 36;

export type Visit = { readonly stage: VisitStage; readonly dueOn: CivilDate };

/** The days of the visits, counted from the event. */
export function visitsOf(happenedOn: CivilDate): readonly Visit[] {
  return [
    { stage: "day-30", dueOn: addDays(happenedOn, 30) },
    { stage: "day-90", dueOn: addDays(happenedOn, 90) },
    { stage: "year-1", dueOn: addMonths(happenedOn, 12) },
    { stage: "year-2", dueOn: addMonths(happenedOn, 24) },
    { stage: "year-3", dueOn: addMonths(happenedOn, followMonths) },
  ];
}

/** The visit that comes, or is due since; null once all are made. One that is due soon counts from a week before. */
export function nextVisit(
  happenedOn: CivilDate,
  made: readonly VisitStage[],
  today: CivilDate,
): (Visit & { readonly isDue: boolean }) | null {
  const next = visitsOf(happenedOn).find(({ stage }) => !made.includes(stage));
  return next === undefined ? null : { ...next, isDue: addDays(next.dueOn, -7) <= today };
}
