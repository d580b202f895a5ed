import type { BudgetSum, UseOfBudget } from "@tuwai/server/budget-use";
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
    { what: t.fullMonths, of: (sum: BudgetSum) => number(sum.fullMonths) },
    { what: t.funded, of: (sum: BudgetSum) => number(sum.funded) },
    { what: t.settled, of: (sum: BudgetSum) => number(sum.settled) },
    { what: t.cost, of: (sum: BudgetSum) => rupiah(sum.cost) },
    { what: t.left, of: (sum: BudgetSum) => rupiah(sum.left) },
  ];
  return (
    <Table
      caption={t.caption}
      rows={rows}
      keyOf={({ what }) => what}
      columns={[
        { key: "what", head: t.what, cell: ({ what }) => what },
        { key: "plain", head: t.plain, number: true, cell: ({ of }) => of(plain) },
        { key: "best", head: t.best, number: true, cell: ({ of }) => of(best) },
      ]}
    />
  );
}

/** Rank by rank, and why somebody of it is not paid for. */
export function RankTable({ ranks }: Pick<UseOfBudget, "ranks">): ReactElement {
  const t = useTexts(budgetUseTexts).ranks;
  const language = useLanguage();
  const number = (value: number): string => formatNumber(language, value);
  return (
    <Table
      caption={t.caption}
      rows={ranks}
      keyOf={({ rank }) => String(rank)}
      columns={[
        { key: "rank", head: t.rank, number: true, cell: ({ rank }) => number(rank) },
        { key: "people", head: t.people, number: true, cell: ({ people }) => number(people) },
        { key: "funded", head: t.funded, number: true, cell: ({ funded }) => number(funded) },
        { key: "months", head: t.fullMonths, number: true, cell: ({ fullMonths }) => number(fullMonths) },
        { key: "cost", head: t.cost, number: true, cell: ({ cost }) => formatRupiah(language, cost) },
        {
          key: "why",
          head: t.why,
          phone: "wide",
          cell: ({ why }) => (why === null ? t.all : t.reasons[why]),
        },
      ]}
    />
  );
}
