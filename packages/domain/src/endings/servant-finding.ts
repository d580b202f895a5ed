import { addDays, type CivilDate } from "#time";

/** What the lists of civil servants say of a sponsor, and what was answered about it. */
export type ServantFacts = {
  /** Where the pledge is deducted. */
  readonly office: string;
  /** The newest row that names him; null where none stands. */
  readonly listed: {
    readonly office: string | null;
    readonly on: CivilDate;
    readonly retiresOn: CivilDate | null;
  } | null;
  /** The day of the newest list that names anybody of his office. */
  readonly officeListedOn: CivilDate | null;
  /** Findings that somebody said to be wrong, e.g. "moved|Dinas Sosial". */
  readonly answered: readonly string[];
};

export type ServantFinding =
  /** `told`: what an answer would be about. */
  | { readonly kind: "moved"; readonly told: string; readonly office: string }
  | { readonly kind: "gone"; readonly told: string }
  | { readonly kind: "retires"; readonly told: string; readonly on: CivilDate };

/** So many days before a retirement somebody is told. */
const daysBeforeRetirement = 60;

/**
 * Whether somebody has to look at a sponsor: his office's newest list leaves him out, names another office, or the day of his
 * retirement is near or past. Null where nothing speaks for a change, or where that was answered already.
 */
export function servantFinding(facts: ServantFacts, today: CivilDate): ServantFinding | null {
  const found = findingOf(facts, today);
  return found === null || facts.answered.includes(`${found.kind}|${found.told}`) ? null : found;
}

function findingOf(
  { office, listed, officeListedOn }: ServantFacts,
  today: CivilDate,
): ServantFinding | null {
  if (listed === null) return { kind: "gone", told: officeListedOn ?? "-" };
  const { retiresOn } = listed;
  if (retiresOn !== null && retiresOn <= addDays(today, daysBeforeRetirement))
    return { kind: "retires", told: retiresOn, on: retiresOn };
  if (listed.office !== null && listed.office !== office)
    return { kind: "moved", told: listed.office, office: listed.office };
  if (officeListedOn !== null && officeListedOn > listed.on) return { kind: "gone", told: officeListedOn };
  return null;
}
