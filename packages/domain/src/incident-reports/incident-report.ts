import { addMonths, type CivilDate } from "#time";

/** What somebody says has happened; `unsure` is settled by whoever confirms it. */
export const incidentKinds = ["work-accident", "work-accident-death", "death", "unsure"] as const;
export type IncidentKind = (typeof incidentKinds)[number];

export const knownKinds = ["work-accident", "work-accident-death", "death"] as const;
export type KnownKind = (typeof knownKinds)[number];

/** A reported death is not yet a death: nothing follows from a report until it is confirmed. */
export type IncidentState = "reported" | "confirmed" | "refuted" | "merged";

/** What there is to do with a report: to confirm it, to follow it, or nothing more. */
export const reportStages = ["reported", "confirmed", "closed"] as const;
export type ReportStage = (typeof reportStages)[number];

/** By what a report was confirmed. */
export const incidentEvidence = [
  "death-certificate",
  "village-letter",
  "hospital-letter",
  "population-office",
  "second-person",
] as const;
export type IncidentEvidence = (typeof incidentEvidence)[number];

/** Why a report is not true, or not of this city's workers. */
export const refutals = ["alive", "another-person", "did-not-happen", "cannot-be-found"] as const;
/** The last one is nobody's finding: the list that reported it was taken back. */
export type Refutal = (typeof refutals)[number] | "list-taken-back";

/** How a report came: by the public page, by a call, in a list of the population office, or in an answer of BPJS. */
export type ReportChannel = "public" | "telephone" | "population-office" | "bpjs";

export const isDeath = (kind: IncidentKind): boolean => kind === "death" || kind === "work-accident-death";

export type DayReason =
  | "in-the-future"
  | "too-long-ago"
  | "before-birth"
  | "accident-missing"
  | "accident-after-death"
  | "accident-before-birth";

type Days = {
  readonly kind: KnownKind;
  readonly on: CivilDate;
  /** Of a death at work: the day of the accident, by which cover is judged. */
  readonly accidentOn: CivilDate | null;
};

// A typed year of another century is a slip; claims lapse after five years.
const longestMonths = 240;

/** Everything that speaks against these days; empty when nothing does. */
export function daysAgainst(
  { kind, on, accidentOn }: Days,
  known: { readonly birthDate: CivilDate | null; readonly today: CivilDate },
): DayReason[] {
  const { birthDate, today } = known;
  const found: readonly [DayReason, boolean][] = [
    ["in-the-future", on > today],
    ["too-long-ago", on < addMonths(today, -longestMonths)],
    ["before-birth", birthDate !== null && on < birthDate],
    ["accident-missing", kind === "work-accident-death" && accidentOn === null],
    ["accident-after-death", accidentOn !== null && accidentOn > on],
    ["accident-before-birth", accidentOn !== null && birthDate !== null && accidentOn < birthDate],
  ];
  return found.flatMap(([reason, holds]) => (holds ? [reason] : []));
}
