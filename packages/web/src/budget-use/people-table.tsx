import type { FundedPerson } from "@tuwai/server/budget-use";
import type { ReactElement } from "react";
import { budgetUseTexts } from "#language/budget-use.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { Table } from "#ui";

type Row = FundedPerson & { readonly village: string };

/** Who is paid for, for what, and why. */
export function PeopleTable({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  const t = useTexts(budgetUseTexts).people;
  const { waiting } = useTexts(sponsorTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const number = (value: number): string => formatNumber(language, value);
  const what = ({ way }: Row): string => {
    if (way.kind === "grant") return t.grant(number(way.months));
    if (way.settled === 0) return t.payOn(number(way.months));
    return way.months === 0 ? t.settle : t.settleAndPay(number(way.months));
  };
  const why = ({ rank, because }: Row): string =>
    [t.rank(number(rank)), ...because.map((code) => wordOf(waiting.reasons, code))].join(", ");
  return (
    <Table
      caption={t.caption}
      rows={rows}
      keyOf={({ person, rank }) => person.code ?? `${rank}`}
      columns={[
        {
          key: "person",
          head: t.person,
          cell: ({ person, village }) => (
            <>
              {person.code === undefined ? (
                (person.name ?? t.nobody)
              ) : (
                <a href={to(`/pekerja/${person.code}`)}>{person.name ?? person.code}</a>
              )}
              <span className="quiet small"> {village}</span>
            </>
          ),
        },
        { key: "what", head: t.what, phone: "wide", cell: what },
        { key: "months", head: t.fullMonths, number: true, cell: ({ way }) => number(way.fullMonths) },
        { key: "cost", head: t.cost, number: true, cell: ({ way }) => formatRupiah(language, way.cost) },
        { key: "why", head: t.why, phone: "wide", cell: why },
      ]}
    />
  );
}
