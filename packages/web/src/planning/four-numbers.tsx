import type { Planned } from "@tuwai/server/planning";
import type { ReactElement } from "react";
import { formatMonth, formatNumber, formatPercent, formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { planningTexts } from "#language/planning.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card } from "#ui";
import styles from "./planning.module.css";

export type ShownNumber = {
  readonly key: "full-months" | "families" | "cost" | "covered-at-end";
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly hint: string;
};

/** The four numbers of a plan, as words of a language. */
export function numbersOf({ result, basis }: Planned, language: Language): readonly ShownNumber[] {
  const t = planningTexts[language].numbers;
  const { fullMonths, families, dearestYear, coveredAtEnd, everyone } = result;
  const number = (value: number) => formatNumber(language, value);
  const share = everyone === 0 ? 0 : (100 * coveredAtEnd) / everyone;
  return [
    {
      key: "full-months",
      name: t["full-months"],
      value: fullMonths,
      text: number(fullMonths),
      hint: t.months_hint,
    },
    { key: "families", name: t.families, value: families, text: number(families), hint: t.families_hint },
    {
      key: "cost",
      name: t.cost(dearestYear.year || basis.baseline.from.slice(0, 4)),
      value: dearestYear.rupiah,
      text: formatRupiah(language, dearestYear.rupiah),
      hint: t.cost_hint,
    },
    {
      key: "covered-at-end",
      name: t["covered-at-end"](formatMonth(language, basis.baseline.until)),
      value: coveredAtEnd,
      text: number(coveredAtEnd),
      hint: t.of(formatPercent(language, share), number(everyone)),
    },
  ];
}

export function FourNumbers({ planned }: { readonly planned: Planned }): ReactElement {
  const t = useTexts(planningTexts).numbers;
  const language = useLanguage();
  return (
    <Card title={t.title}>
      <dl className={styles["numbers"]}>
        {numbersOf(planned, language).map(({ key, name, text, hint }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>
              <strong>{text}</strong>
              <span className="quiet small">{hint}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
