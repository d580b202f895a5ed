import type { OpenedScenario, ShownForecast } from "@tuwai/server/planning";
import { listMonths } from "@tuwai/domain/time";
import type { TrendData, TrendWords } from "#charts";
import { forecastTexts } from "#language/forecast.ts";
import { formatMonth, formatPercent } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { trendOf, trendWords } from "./forecast-trend.ts";

/** A kept plan beside the forecast: its title, its way in percent, and whether it is reckoned with the figures of today. */
export type PlanLine = {
  readonly title: string;
  readonly points: NonNullable<TrendData["plan"]>;
  readonly isOfToday: boolean;
};

/** With today's figures where the plan can still be reckoned, else as it was kept. */
export function planLine({ title, before, today }: OpenedScenario): PlanLine {
  const { basis, result } = today ?? before;
  const months = listMonths(basis.baseline.from, basis.baseline.until);
  const points = months.flatMap((month, at) => {
    const people = result.path[at];
    return people === undefined || result.everyone === 0
      ? []
      : [{ month, percent: (100 * people) / result.everyone }];
  });
  return { title, points, isOfToday: today !== null };
}

/** The trend of a forecast, and with it the way of a plan where one is chosen. */
export function drawnWith(
  forecast: ShownForecast,
  plan: PlanLine | null,
  language: Language,
): { readonly data: TrendData; readonly words: TrendWords } {
  const data = trendOf(forecast);
  const words = trendWords(forecast, language);
  const end = plan?.points.at(-1);
  if (plan === null || end === undefined) return { data, words };
  const t = forecastTexts[language].scenarios;
  const percent = formatPercent(language, end.percent, 0);
  return {
    data: { ...data, plan: plan.points },
    words: {
      ...words,
      summary: `${words.summary} ${planSentence(plan, language)}`,
      plan: { strong: percent, rest: t.end },
    },
  };
}

/** Where the plan leads: "With the plan X 62% are covered in December 2029". */
export function planSentence({ title, points }: PlanLine, language: Language): string {
  const end = points.at(-1);
  if (end === undefined) return "";
  const t = forecastTexts[language].scenarios;
  return t.leads(title, formatPercent(language, end.percent, 0), formatMonth(language, end.month));
}
