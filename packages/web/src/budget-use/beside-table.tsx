import type { BudgetSum } from "@tuwai/server/budget-use";
import type { ReactElement } from "react";
import { budgetUseTexts } from "#language/budget-use.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

type Sums = { readonly best: BudgetSum; readonly plain: BudgetSum };

/** What the money reaches, beside going down the list. */
export function BesideTable({ best, plain }: Sums): ReactElement {
  const t = useTexts(budgetUseTexts).beside;
  const language = useLanguage();
  const number = (value: number): string => formatNumber(language, value);
  const rupiah = (value: number): string => formatRupiah(language, value);
  const rows = [
    { what: t.fullMonths, of: (sum: BudgetSum) => sum.fullMonths, says: number },
    { what: t.funded, of: (sum: BudgetSum) => sum.funded, says: number },
    { what: t.settled, of: (sum: BudgetSum) => sum.settled, says: number },
    { what: t.cost, of: (sum: BudgetSum) => sum.cost, says: rupiah },
    { what: t.left, of: (sum: BudgetSum) => sum.left, says: rupiah },
  ];
  return (
    <Table
      caption={t.caption}
      rows={rows}
      keyOf={({ what }) => what}
      columns={[
        { key: "what", head: t.what, cell: ({ what }) => what },
        { key: "plain", head: t.plain, number: true, cell: ({ of, says }) => says(of(plain)) },
        { key: "best", head: t.best, number: true, cell: ({ of, says }) => says(of(best)) },
        {
          key: "difference",
          head: t.difference,
          number: true,
          cell: ({ of, says }) => `${of(best) > of(plain) ? "+" : ""}${says(of(best) - of(plain))}`,
        },
      ]}
    />
  );
}
