import { type CivilDate, civilDate } from "#time";
import { type Commitment, stagesOf } from "./take-step.ts";

export type PublicStatus =
  | "silent"
  | "kept"
  | "on-the-way"
  | "late"
  | "year-over-without-budget"
  | "not-checkable"
  | "withdrawn";

/** The rule by which statuses are said, and since when; a changed rule is a new row, never an edit. */
export const publicStatusRules: readonly { readonly version: number; readonly from: CivilDate }[] = [
  { version: 1, from: civilDate("2026-12-01") },
];

/** The rule in force on a day; days before the first are judged by the first. */
export const publicStatusRule = (on: CivilDate): number =>
  (publicStatusRules.findLast(({ from }) => from <= on) ?? publicStatusRules[0])?.version ?? 1;

/**
 * What is said in public of a commitment on a day, by rule 1:
 * without a code, heads or months nobody can check it; paid as promised is kept; the year gone without a budget is said as
 * that; a budget not in force when its year began, a month's share that is two months behind, or a year gone with less paid is late.
 */
export function publicStatus(now: Commitment, today: CivilDate): PublicStatus {
  if (now.state === "ditarik") return "withdrawn";
  if (now.state === "belum" || now.state === "rancangan") return "silent";
  if (now.account === null || now.heads < 1 || now.months < 1) return "not-checkable";
  const { promised, budgeted, paid } = stagesOf(now);
  if (paid >= promised) return "kept";
  const year = Number(today.slice(0, 4));
  if (year < now.year) return "on-the-way";
  if (budgeted === 0) return year > now.year ? "year-over-without-budget" : "late";
  const passed = year > now.year ? 12 : Number(today.slice(5, 7)) - 1;
  const idle = 12 - now.months;
  const due = year > now.year ? promised : (promised * Math.max(0, passed - idle - 1)) / now.months;
  return paid < due ? "late" : "on-the-way";
}

/** In which order a village is told by its groups: what needs somebody first. */
const worst: readonly PublicStatus[] = [
  "year-over-without-budget",
  "late",
  "not-checkable",
  "on-the-way",
  "kept",
  "withdrawn",
  "silent",
];

/** One word for all groups of a village. */
export const statusOfVillage = (groups: readonly PublicStatus[]): PublicStatus =>
  worst.find((status) => groups.includes(status)) ?? "silent";
