export { type CardAnswer, cardAnswer } from "./card-answer.ts";
export type { Alarm } from "./alarms-of.ts";
export { deathBenefitRates, type DeathBenefitRow } from "./benefit-rates.ts";
export type { Benefit, BenefitIfDead, BenefitRule } from "./benefit-if-dead.ts";
export type { StandsBeside } from "./counts-as-covered.ts";
export type { CoverDates } from "./cover-dates.ts";
export type { CoverEvent, CoverInput } from "./cover-event.ts";
export type { CoverQuestion } from "./cover-questions.ts";
export { coverSettingValues, defaultCoverSettings, type CoverSettings } from "./cover-settings.ts";
export { payingStates, type CoverState } from "./cover-state.ts";
export {
  explainCover,
  type CoverExplanation,
  type ExplainedMonth,
  type ExplainedSpell,
} from "./explain-cover.ts";
export { fullMonths, isFullOn } from "./full-months.ts";
export type { MonthMark, MonthMarks } from "./month-marks.ts";
export type { OwedMonth } from "./owed-months.ts";
export { parseCoverInput, type CoverInputProblem, type ParsedCoverInput } from "./parse-cover-input.ts";
