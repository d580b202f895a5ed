import { listSettings, type RegistrationAge, type ShownSetting } from "#contributions";
import { addDays, lastDay, monthAtIndex, monthIndex, monthOf, type CivilDate, type Month } from "#time";
import { alarmsOf, type Alarm } from "./alarms-of.ts";
import { benefitIfDead, type BenefitIfDead } from "./benefit-if-dead.ts";
import { countsAsCovered, standsBeside, type StandsBeside } from "./counts-as-covered.ts";
import { coverDates, type CoverDates } from "./cover-dates.ts";
import { effectiveOn, type CoverEvent, type CoverInput } from "./cover-event.ts";
import { coverQuestions, type CoverQuestion } from "./cover-questions.ts";
import { defaultCoverSettings, type CoverSettings } from "./cover-settings.ts";
import { stateOfMonth, stateOnDay, type CoverState } from "./cover-state.ts";
import { foldCover, isPaidMonth, type CoverFold } from "./fold-cover.ts";
import { monthMarks, type MonthMarks } from "./month-marks.ts";
import { owedMonths, type OwedMonth } from "./owed-months.ts";
import { listRefunds, type Refund } from "./refunds.ts";
import { participantFrom, type Spell } from "./spells.ts";

/**
 * A participant's membership. `to` is its last day, null while it runs. `openedBy: "payment"` is presumed: BPJS took money
 * after the end. Months are counted up to the month asked about.
 */
export type ExplainedSpell = {
  from: CivilDate;
  to: CivilDate | null;
  openedBy: Spell["openedBy"];
  membershipMonths: number;
  paidMonths: number;
};

export type ExplainedMonth = { month: Month; state: CoverState; evidence: CoverEvent[] };

/** The answer of `tuwai cover explain --json`. */
export type CoverExplanation = {
  state: CoverState;
  /** Whether a figure of coverage counts this worker, and if not, as what it shows the worker beside itself. */
  countsAsCovered: boolean;
  standsBeside: StandsBeside | null;
  spells: ExplainedSpell[];
  months: ExplainedMonth[];
  /** The same months in short. */
  marks: MonthMarks;
  dates: CoverDates;
  ifDeath: BenefitIfDead;
  /** What would have to be paid today to be in order again. */
  owed: OwedMonth[];
  refunds: Refund[];
  alarms: Alarm[];
  questions: CoverQuestion[];
  settings: ShownSetting[];
};

/**
 * The cover of one worker on a day, with the evidence of every month, the days that matter, and what a death would
 * bring (on the day of death, once there is one). Evidence dated after the day does not count.
 */
export function explainCover(
  input: CoverInput,
  on: CivilDate,
  settings: Partial<CoverSettings> = {},
  ages?: RegistrationAge,
): CoverExplanation {
  const allSettings = { ...defaultCoverSettings, ...settings };
  const fold = foldCover(input, on, allSettings);
  const dates = coverDates(fold);
  const state = stateOnDay(fold, on);
  return {
    state,
    countsAsCovered: countsAsCovered(state),
    standsBeside: standsBeside(state),
    spells: fold.spells.flatMap((spell) => explainSpell(fold, spell)),
    months: explainMonths(fold),
    marks: monthMarks(fold),
    dates,
    ifDeath: benefitIfDead(fold, dates),
    owed: owedMonths(fold),
    refunds: listRefunds(fold),
    alarms: alarmsOf(fold),
    questions: coverQuestions(input, fold, on, ages),
    settings: listSettings(allSettings),
  };
}

/** Nobody who has not paid, or whose membership is yet to begin, is a participant. */
function explainSpell(fold: CoverFold, spell: Spell): ExplainedSpell[] {
  const from = participantFrom(spell);
  if (from === null || from > fold.until) return [];
  const { openedBy, endMonth, replacedOn } = spell;
  const first = monthIndex(monthOf(from));
  const last = lastMonthOf(fold, spell);
  let paidMonths = 0;
  for (let index = first; index <= last; index += 1) if (isPaidMonth(fold, spell, index)) paidMonths += 1;
  const isOver = endMonth !== undefined && endMonth <= monthIndex(monthOf(fold.until));
  const ended = isOver ? lastDay(monthAtIndex(endMonth - 1)) : (fold.death?.on ?? null);
  const to = replacedOn === undefined ? ended : addDays(replacedOn, -1);
  return [{ from, to, openedBy, membershipMonths: last - first + 1, paidMonths }];
}

function lastMonthOf(fold: CoverFold, { endMonth, replacedOn }: Spell): number {
  const now = monthIndex(monthOf(replacedOn === undefined ? fold.until : addDays(replacedOn, -1)));
  return endMonth === undefined ? now : Math.min(now, endMonth - 1);
}

/** From the month of the first event to the month asked about, or the month of death. */
function explainMonths(fold: CoverFold): ExplainedMonth[] {
  const earliest = fold.events[0];
  if (earliest === undefined) return [];
  const evidence = evidenceByMonth(fold.events);
  const first = monthIndex(monthOf(effectiveOn(earliest)));
  const now = monthIndex(monthOf(fold.until));
  return Array.from({ length: now - first + 1 }, (_, step) => ({
    month: monthAtIndex(first + step),
    state: stateOfMonth(fold, first + step),
    evidence: evidence.get(first + step) ?? [],
  }));
}

/** A payment for several months stands beside each of them. */
function evidenceByMonth(events: readonly CoverEvent[]): ReadonlyMap<number, CoverEvent[]> {
  const evidence = new Map<number, CoverEvent[]>();
  for (const event of events) {
    const first = monthIndex("month" in event ? event.month : monthOf(effectiveOn(event)));
    const last = "until" in event && event.until !== undefined ? monthIndex(event.until) : first;
    for (let index = first; index <= last; index += 1) {
      const known = evidence.get(index);
      if (known === undefined) evidence.set(index, [event]);
      else known.push(event);
    }
  }
  return evidence;
}
