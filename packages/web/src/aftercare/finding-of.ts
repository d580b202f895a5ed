import type { FollowedFamily } from "@tuwai/server/aftercare";
import { aftercareTexts } from "#language/aftercare.ts";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";

/** The one thing to know of the families: how many wait for a visit, and for which where it is the same of all. */
export function findingOf(families: readonly FollowedFamily[], language: Language): string {
  const t = aftercareTexts[language];
  if (families.length === 0) return t.finding.none;
  const due = families.flatMap(({ next }) => (next?.isDue ? [next.stage] : []));
  if (due.length === 0) return t.finding.nothingDue(formatNumber(language, families.length));
  const n = formatNumber(language, due.length);
  const [stage, ...others] = new Set(due);
  return others.length === 0 ? t.finding.dueAt(n, t.stages[stage!]) : t.finding.due(n);
}
