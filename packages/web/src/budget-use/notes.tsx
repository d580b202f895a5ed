import type { UseOfBudget } from "@tuwai/server/budget-use";
import type { ReactElement } from "react";
import { budgetUseTexts } from "#language/budget-use.ts";
import { formatMonth, formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card } from "#ui";

type Props = { readonly use: Pick<UseOfBudget, "from" | "over" | "beingRescued"> };

/** How a full month is counted, by which prices, and who is left out. */
export function Notes({ use: { from, over, beingRescued } }: Props): ReactElement {
  const t = useTexts(budgetUseTexts).notes;
  const language = useLanguage();
  const number = (value: number): string => formatNumber(language, value);
  return (
    <Card title={t.title}>
      <ul>
        <li>{t.fullMonth}</li>
        <li>{t.settled}</li>
        <li>{t.price(formatMonth(language, from))}</li>
        {over > 0 && <li>{t.over(number(over))}</li>}
        {beingRescued > 0 && <li>{t.beingRescued(number(beingRescued))}</li>}
      </ul>
    </Card>
  );
}
