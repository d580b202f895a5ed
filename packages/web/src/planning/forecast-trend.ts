import type { Month } from "@tuwai/domain/time";
import type { ShownForecast } from "@tuwai/server/planning";
import type { TrendData, TrendWords } from "#charts";
import { forecastTexts } from "#language/forecast.ts";
import { formatMonth, formatNumber, formatPercent } from "#language/format.ts";
import type { Language } from "#language/language.ts";

const share = (people: number, everyone: number): number => (everyone === 0 ? 0 : (100 * people) / everyone);

/** A forecast in people as the percentages of a trend; months after the last complete one are hollow. */
export function trendOf(forecast: ShownForecast): TrendData {
  const { everyone, observed, later, fan, covered, from, target, required } = forecast;
  const percent = (people: number) => share(people, everyone);
  return {
    observed: [
      ...observed.map((each, at) => ({
        month: each.month,
        percent: percent(each.covered),
        kind: at > 0 && each.covered === observed[at - 1]!.covered ? ("same" as const) : ("new" as const),
      })),
      ...later.map((each) => ({
        month: each.month,
        percent: percent(each.covered),
        kind: "incomplete" as const,
      })),
    ],
    target:
      required === null
        ? []
        : [
            { month: from, percent: percent(covered) },
            { month: target.by, percent: target.percent },
          ],
    fan:
      fan?.map(({ month, low80, low50, median, high50, high80 }) => ({
        month,
        low80: percent(low80),
        low50: percent(low50),
        median: percent(median),
        high50: percent(high50),
        high80: percent(high80),
      })) ?? null,
    events: forecast.marks.map(({ month, number }) => ({ month, number })),
  };
}

/** The finding: where the present pace leads, or what pace is needed where nothing can honestly be drawn ahead. */
export function forecastFinding(forecast: ShownForecast, language: Language): string {
  const t = forecastTexts[language].finding;
  const { everyone, covered, required, target, fan } = forecast;
  const number = (people: number) => formatNumber(language, people);
  if (covered >= everyone) return t.all(number(everyone));
  const end = fan?.find(({ month }) => month === target.by) ?? fan?.at(-1);
  if (end !== undefined) {
    const percent = share(end.median, everyone);
    const [when, shown] = [formatMonth(language, end.month), formatPercent(language, percent, 0)];
    return percent >= target.percent
      ? t.reached(when, shown)
      : t.fan(when, shown, formatPercent(language, target.percent, 0));
  }
  return required === null
    ? forecastTexts[language].title
    : t.pace(number(required.perMonth), formatMonth(language, target.by));
}

/** Words of the drawing. */
export function trendWords(forecast: ShownForecast, language: Language): TrendWords {
  const t = forecastTexts[language];
  const { observed, everyone, fan, required, target, from, covered } = forecast;
  const [first, end] = [observed[0]!, fan?.at(-1)];
  const percent = (people: number) => formatPercent(language, share(people, everyone), 0);
  const name = (month: Month) => formatMonth(language, month);
  const past = t.summary(name(first.month), percent(first.covered), name(from), percent(covered));
  return {
    title: forecastFinding(forecast, language),
    summary:
      end === undefined
        ? past
        : `${past} ${t.ahead(name(end.month), percent(end.median), percent(end.low80), percent(end.high80))}`,
    now: { strong: percent(covered), rest: name(from) },
    target: required === null ? null : { strong: formatPercent(language, target.percent), rest: t.targetEnd },
    median: end === undefined ? null : { strong: percent(end.median), rest: t.now },
  };
}
