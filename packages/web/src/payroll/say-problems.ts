import type { TakeOutcome, TakeProblem } from "@tuwai/server/payroll";
import { formatNumber, formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { payrollTexts } from "#language/payroll.ts";

type Refused = Extract<TakeOutcome, { outcome: "refused" }>;

/** Everything that is wrong with a result file, each as a sentence, and how an old version differs. */
export function sayProblems({ problems, difference }: Refused, version: number, language: Language): string {
  const t = payrollTexts[language].result;
  const said = problems.map((problem) => sayProblem(problem, version, language));
  if (difference === null) return [...said, t.nothingKept].join(" ");
  const list = difference.first.map(({ mandateCode, before, now }) =>
    t.differs(mandateCode, formatRupiah(language, before), formatRupiah(language, now)),
  );
  return [
    ...said,
    t.difference(formatNumber(language, difference.mandates), list.join("; ")),
    t.nothingKept,
  ].join(" ");
}

function sayProblem(problem: TakeProblem, version: number, language: Language): string {
  const t = payrollTexts[language].result;
  const number = (value: number) => formatNumber(language, value);
  switch (problem.problem) {
    case "old-version":
      return t.oldVersion(number(problem.version), number(version));
    case "other-content":
      return t.otherContent;
    case "count-differs":
      return t.countDiffers(number(problem.expected), number(problem.found));
    case "sum-differs":
      return t.sumDiffers(formatRupiah(language, problem.expected), formatRupiah(language, problem.found));
    case "no-stamp":
    case "other-batch":
    case "unknown-mandate":
    case "unreadable-amount":
    case "no-answer":
      return t.rows[problem.problem](number(problem.count), problem.rows.map(number).join(", "));
    case "unreadable":
    case "no-header":
    case "not-expected":
    case "answered-before":
    case "empty":
    default:
      return t.problems[problem.problem];
  }
}
