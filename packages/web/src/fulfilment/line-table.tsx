import type { PeoplePreview } from "@tuwai/server/fulfilment";
import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { fulfilmentTexts } from "#language/fulfilment.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

/** Each line of the budget with how many people it has, how many it would get now, and what is left of it. */
export function LineTable({ lines }: { readonly lines: PeoplePreview["lines"] }): ReactElement {
  const t = useTexts(fulfilmentTexts).people;
  const groups = useTexts(commitmentTexts).groups;
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  const rupiah = (n: number) => formatRupiah(language, n);
  return (
    <Table
      caption={t.linesCaption}
      rows={lines}
      keyOf={({ group }) => group}
      columns={[
        { key: "group", head: t.columns.group, cell: ({ group }) => groups[group] },
        {
          key: "heads",
          head: t.columns.heads,
          cell: ({ heads, months }) => t.headsOf(number(heads), String(months)),
        },
        { key: "budget", head: t.columns.budget, number: true, cell: ({ budget }) => rupiah(budget) },
        {
          key: "counted",
          head: t.columns.counted,
          number: true,
          cell: ({ counted }) => t.peopleOf(number(counted)),
        },
        {
          key: "now",
          head: t.columns.now,
          number: true,
          cell: ({ toEnrol, toCount }) => (
            <>
              {t.peopleOf(number(toEnrol))}
              {toCount > 0 && <div className="quiet small">{t.countedToo(number(toCount))}</div>}
            </>
          ),
        },
        { key: "rupiah", head: t.columns.rupiah, number: true, cell: (line) => rupiah(line.rupiah) },
        {
          key: "left",
          head: t.columns.left,
          number: true,
          cell: (line) => rupiah(line.budget - line.countedRupiah - line.rupiah),
        },
      ]}
    />
  );
}
