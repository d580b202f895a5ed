import type { RateSource } from "#law";
import type { CivilDate } from "#time";

/** What a row of law is about; names its words. Rows of one subject follow each other in time. */
export type LawSubject =
  | "bpu-jkk"
  | "bpu-jkm"
  | "bpu-jht"
  | "bpu-minimum-base"
  | "pu-village-jkk"
  | "pu-village-jkm"
  | "pu-village-jht"
  | "relief-transport"
  | "relief-other"
  | "pay-by-bpu"
  | "pay-by-pu-village"
  | "death-lump"
  | "death-periodic"
  | "death-funeral"
  | "death-full"
  | "death-before-full"
  | "death-waiting"
  | "accident-bases"
  | "accident-floor"
  | "accident-fixed"
  | "whole-pay"
  | "partial-disability"
  | "total-disability"
  | "transport-land"
  | "transport-sea"
  | "transport-air"
  | "scholarship-ceiling"
  | "scholarship-months"
  | "calendar";

/** A line of a table by income: from this income a month on, what is paid a month, in whole rupiah. */
export type LawBracket = { incomeFrom: number; base: number; amount: number; mark: RateSource["mark"] };

/** The number of a row. Money in whole rupiah, shares in ten-thousandths of the wage. */
export type LawAmount =
  | { unit: "rupiah-a-month" | "rupiah" | "wage-bases" | "months"; value: number }
  | { unit: "brackets"; lines: readonly LawBracket[] }
  | { unit: "wage-share"; employer: number; officer: number }
  | { unit: "waived"; numerator: number; denominator: number }
  | { unit: "pay-by"; day: number; monthsLater: 0 | 1 }
  | { unit: "days-off"; holidays: number; jointLeave: number };

/** Who can say whether a row is right: the branch of BPJS, or whoever holds the decree. */
export type Confirmer = "bpjs" | "decree";

/** One dated row of law with its number, valid from its first to its last day, both included. */
export type LawRow = {
  /** Unlike in any other row. */
  id: string;
  subject: LawSubject;
  from: CivilDate;
  until: CivilDate;
  /** "law": the instrument itself ends; "review": only our reading of it does. */
  ends: "law" | "review";
  amount: LawAmount;
  source: RateSource;
  confirmedBy: Confirmer;
};
