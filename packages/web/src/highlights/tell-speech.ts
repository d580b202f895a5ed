import { neededPace } from "@tuwai/domain/dashboards";
import type { Coverage } from "@tuwai/server/coverage";
import { rangeText } from "#coverage";
import type { Charted } from "#dashboards";
import { formatMonth, formatNumber, formatPercent } from "#language/format.ts";
import { formatShare } from "#language/format-share.ts";
import { highlightTexts } from "#language/highlights.ts";
import type { Basis } from "./tell-highlights.ts";

type Of = {
  readonly basis: Pick<Basis, "percentAimed" | "until" | "year">;
  readonly coverage: Pick<Coverage, "month" | "citationCode" | "numerator" | "denominator" | "percent">;
  readonly city: string;
};

type Spoken = Pick<Charted, "language"> & {
  readonly dashboard: Pick<Charted["dashboard"], "promises" | "waits"> & {
    readonly villages: readonly unknown[];
  };
};

/**
 * Four sentences at most, made to be said aloud: of people only what is released, with what it is of and the release in the last sentence.
 * Nothing where nothing is released.
 */
export function speechOf({ dashboard, language }: Spoken, { basis, coverage, city }: Of): readonly string[] {
  const t = highlightTexts[language].speech;
  const { month, citationCode, numerator, denominator, percent } = coverage;
  if (month === null || numerator === null) return [];
  const number = (value: number) => formatNumber(language, value);
  const [named, covered] = [formatMonth(language, month), rangeText(language, numerator)];
  const first =
    denominator === null || percent === null
      ? t.bare(named, covered, city)
      : `${t.first(named, covered, number(denominator), city)}, ${formatShare(language, { percent, numerator, denominator })}.`;
  const { percentAimed, until, year } = basis;
  const needed =
    denominator === null
      ? null
      : neededPace({
          covered: numerator,
          aim: Math.ceil((denominator * percentAimed) / 100),
          from: month,
          until,
        });
  const second =
    needed === null || needed === 0
      ? []
      : [
          percentAimed === 100
            ? t.needAll(String(year), number(needed))
            : t.need(formatPercent(language, percentAimed, 0), String(year), number(needed)),
        ];
  const asked = dashboard.promises.at(-1);
  const open = dashboard.waits.budget?.count ?? 0;
  const third =
    asked === undefined || asked.need === 0
      ? []
      : [
          open === 0
            ? t.budgeted(String(asked.year))
            : t.budget(number(open), number(dashboard.villages.length), String(asked.year)),
        ];
  return [first, ...second, ...third, t.source(named, citationCode ?? "")];
}
