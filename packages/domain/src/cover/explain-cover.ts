import { listSettings, type RegistrationAge, type ShownSetting } from "#contributions";
import { addDays, firstDay, monthAtIndex, monthIndex, monthOf, type CivilDate, type Month } from "#time";
import { benefitIfDead, type BenefitIfDead } from "./benefit-if-dead.ts";
import { countsAsCovered, standsBeside, type StandsBeside } from "./counts-as-covered.ts";
import { coverDates, type CoverDates } from "./cover-dates.ts";
import { effectiveOn, type CoverEvent, type CoverInput } from "./cover-event.ts";
import { coverQuestions, type CoverQuestion } from "./cover-questions.ts";
import { defaultCoverSettings, type CoverSettings } from "./cover-settings.ts";
import { stateAlive, stateOfMonth, stateOnDay, type CoverState } from "./cover-state.ts";
import { foldCover, isCoveredMonth, type CoverFold, type Spell } from "./fold-cover.ts";

/** `to` is the last day of membership, null while it runs. Months are counted up to the month asked about. */
export type ExplainedSpell = {
  from: CivilDate;
  to: CivilDate | null;
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
  dates: CoverDates;
  ifDeath: BenefitIfDead;
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
  const dates = coverDates(fold, allSettings);
  const circumstances = { state: stateAlive(fold, fold.until), on: fold.until, dates };
  return {
    state: stateOnDay(fold, on),
    countsAsCovered: countsAsCovered(fold, on),
    standsBeside: standsBeside(fold, on),
    spells: fold.spells.map((spell) => explainSpell(fold, spell)),
    months: explainMonths(fold),
    dates,
    ifDeath: benefitIfDead(fold, circumstances),
    questions: coverQuestions(input, fold, on, ages),
    settings: listSettings(allSettings),
  };
}

function explainSpell(fold: CoverFold, spell: Spell): ExplainedSpell {
  const now = monthIndex(monthOf(fold.until));
  const isOver = spell.endMonth !== undefined && spell.endMonth <= now;
  const last = isOver && spell.endMonth !== undefined ? spell.endMonth - 1 : now;
  let paidMonths = 0;
  for (let index = spell.firstMonth; index <= last; index += 1) {
    if (isCoveredMonth(fold, spell, index)) paidMonths += 1;
  }
  const lastDayOfSpell = isOver ? addDays(firstDay(monthAtIndex(last + 1)), -1) : null;
  return {
    from: spell.from,
    to: lastDayOfSpell ?? fold.death?.on ?? null,
    membershipMonths: last - spell.firstMonth + 1,
    paidMonths,
  };
}

/** From the month of the first event to the month asked about, or the month of death. */
function explainMonths(fold: CoverFold): ExplainedMonth[] {
  const evidence = new Map<number, CoverEvent[]>();
  for (const event of fold.events) {
    const index = monthIndex("month" in event ? event.month : monthOf(effectiveOn(event)));
    evidence.set(index, [...(evidence.get(index) ?? []), event]);
  }
  const now = monthIndex(monthOf(fold.until));
  const earliest = fold.events[0];
  if (earliest === undefined) return [];
  const first = monthIndex(monthOf(effectiveOn(earliest)));
  return Array.from({ length: now - first + 1 }, (_, step) => ({
    month: monthAtIndex(first + step),
    state: stateOfMonth(fold, first + step),
    evidence: evidence.get(first + step) ?? [],
  }));
}
