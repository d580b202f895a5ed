import type { TrendEvent, TrendMark } from "@tuwai/domain/forecast";
import type { Month } from "@tuwai/domain/time";
import type { ReactElement } from "react";
import { formatMonth, formatNumber, formatPercent } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { trendEventTexts } from "#language/trend-events.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";

/** What the numbered flags of a trend stand for; nothing where there are none. */
export function TrendEvents({ marks }: { readonly marks: readonly TrendMark[] }): ReactElement | null {
  const t = useTexts(trendEventTexts);
  const language = useLanguage();
  if (marks.length === 0) return null;
  return (
    <section aria-label={t.title}>
      <h3>{t.title}</h3>
      <ol>
        {marks.map((mark) => (
          <li key={mark.number} value={mark.number}>
            {t.at(formatMonth(language, mark.month), wordsOf(mark, language))}
          </li>
        ))}
      </ol>
      <p className="quiet small">{t.how}</p>
    </section>
  );
}

/** What happened in a month, for its row in a table: "3: target of 60% in 2029 set". */
export function eventNote(marks: readonly TrendMark[], month: Month, language: Language): string | undefined {
  const mark = marks.find((each) => each.month === month);
  return mark && `${mark.number}: ${wordsOf(mark, language)}`;
}

const wordsOf = ({ events }: TrendMark, language: Language): string =>
  events.map((event) => wordOf(event, language)).join("; ");

/** A count below ten tells more than a reader of figures may know. */
const fewest = 10;

function wordOf({ kind, number, year }: TrendEvent, language: Language): string {
  const t = trendEventTexts[language];
  const count = formatNumber(language, number);
  if (kind === "target") return t.target(formatPercent(language, number), String(year));
  if (kind === "budget") return number > 1 ? t.budgets(count, String(year)) : t.budget(String(year));
  if (kind === "list") return t.list(count);
  if (kind === "payroll") return number < fewest ? t.payroll : t.payrollOf(count);
  return t.release;
}
