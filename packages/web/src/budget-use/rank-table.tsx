import type { UseOfBudget } from "@tuwai/server/budget-use";
import type { ReactElement } from "react";
import { budgetUseTexts } from "#language/budget-use.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

type Ranks = UseOfBudget["ranks"];
type Stretch = Ranks[number] & { readonly until: number };

/** Rank by rank, and why somebody of it is not paid for; ranks in a row with the same answer are one line. */
export function RankTable({ ranks }: { readonly ranks: Ranks }): ReactElement {
  const t = useTexts(budgetUseTexts).ranks;
  const language = useLanguage();
  const number = (value: number): string => formatNumber(language, value);
  return (
    <Table
      caption={t.caption}
      rows={stretchesOf(ranks)}
      keyOf={({ rank }) => String(rank)}
      columns={[
        {
          key: "rank",
          head: t.rank,
          cell: ({ rank, until }) => (rank === until ? number(rank) : `${number(rank)}–${number(until)}`),
        },
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

function stretchesOf(ranks: Ranks): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const own of ranks) {
    const last = stretches.at(-1);
    if (last === undefined || last.why !== own.why) {
      stretches.push({ ...own, until: own.rank });
      continue;
    }
    stretches[stretches.length - 1] = {
      ...last,
      until: own.rank,
      people: last.people + own.people,
      funded: last.funded + own.funded,
      fullMonths: last.fullMonths + own.fullMonths,
      cost: last.cost + own.cost,
    };
  }
  return stretches;
}
