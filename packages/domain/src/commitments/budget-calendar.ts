import { addWorkingDays, decreeOf } from "#calendar";
import type { RateSource } from "#law";
import { type CivilDate, civilDate } from "#time";
import type { VillageKind } from "./commitment-group.ts";

export type Milestone = {
  readonly step: "plan" | "draft" | "budget" | "change";
  readonly on: CivilDate;
  readonly law: RateSource;
};

const memory = (instrument: string, article: string): RateSource => ({
  instrument,
  article,
  mark: "from-memory",
});
const change = memory("Permendagri 20/2018", "pasal 40; tanggal menurut Perwako");
const cityChange = memory("UU 23/2014", "pasal 316-317; PP 12/2019");
const rows: Readonly<
  Record<VillageKind, readonly (readonly [Milestone["step"], string, number, RateSource])[]>
> = {
  desa: [
    ["plan", "09-30", -1, memory("Permendagri 114/2014", "RKPDes ditetapkan akhir September")],
    ["draft", "10-31", -1, memory("Permendagri 20/2018", "pasal 32: disepakati dengan BPD")],
    ["budget", "12-31", -1, { ...memory("Permendagri 20/2018", "pasal 38"), mark: "reported" }],
    ["change", "10-31", 0, change],
  ],
  kelurahan: [
    ["plan", "07-31", -1, memory("PP 12/2019", "KUA dan PPAS")],
    ["draft", "11-30", -1, memory("PP 12/2019", "RAPBD disetujui bersama DPRD")],
    ["budget", "12-31", -1, memory("PP 12/2019", "APBD ditetapkan")],
    ["change", "09-30", 0, cityChange],
  ],
};

/** The last days by which a promise gets into the budget of a year. The day of the change is a setting of the city, month-day. */
export function budgetMilestones(
  year: number,
  kind: VillageKind,
  settings: { readonly changeUntil?: string } = {},
): readonly Milestone[] {
  return rows[kind].map(([step, day, offset, law]) => {
    const until = step === "change" ? (settings.changeUntil ?? day) : day;
    return { step, on: civilDate(`${year + offset}-${until}`), law };
  });
}

/** How a promise can still get into the budget of a year. */
export type StillPossible = {
  readonly way: Milestone["step"] | "too-late";
  readonly until: CivilDate | null;
};

/** The first way that is still open today, and until when; `budget` is open for what the evaluation asks to mend. */
export function stillPossible(
  year: number,
  kind: VillageKind,
  { today, ...settings }: { readonly today: CivilDate; readonly changeUntil?: string },
): StillPossible {
  const open = budgetMilestones(year, kind, settings).find(({ on }) => today <= on);
  return open === undefined ? { way: "too-late", until: null } : { way: open.step, until: open.on };
}

/** Working days that the evaluator has, and as many that the village has to mend. Permendagri 20/2018 art. 35-36, reported. */
export const evaluationDays = 20;

export type EvaluationClock = {
  readonly state: "running" | "answered" | "in-force-by-silence";
  /** Working days gone, the day it came in not counted; at most twenty. */
  readonly day: number;
  readonly until: CivilDate;
  /** By when the village has mended, once it was told what. */
  readonly mendUntil: CivilDate | null;
  /** Whether the days off of these years are decreed; without that only weekends are left out. */
  readonly isDecreed: boolean;
};

/** Where an evaluation stands that came in on a day and may have been answered on another. */
export function evaluationClock({
  receivedOn,
  answeredOn,
  today,
}: {
  readonly receivedOn: CivilDate;
  readonly answeredOn: CivilDate | null;
  readonly today: CivilDate;
}): EvaluationClock {
  const until = addWorkingDays(receivedOn, evaluationDays);
  const last = answeredOn ?? today;
  let day = 0;
  while (day < evaluationDays && addWorkingDays(receivedOn, day + 1) <= last) day += 1;
  const mendUntil = answeredOn === null ? null : addWorkingDays(answeredOn, evaluationDays);
  const isAnswered = answeredOn !== null && answeredOn <= until;
  return {
    state: isAnswered ? "answered" : today > until ? "in-force-by-silence" : "running",
    day,
    until,
    mendUntil: isAnswered ? mendUntil : null,
    isDecreed: [receivedOn, mendUntil ?? until].every(
      (on) => decreeOf(Number(on.slice(0, 4)), today) === "here",
    ),
  };
}

/** From July on villages plan the year to come; before, what is promised is for the year that runs. */
export const yearToPromise = (today: CivilDate): number =>
  Number(today.slice(0, 4)) + (today.slice(5) >= "07-01" ? 1 : 0);
