import type { ShownVillage } from "@tuwai/server/commitments";
import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

type Props = {
  readonly sources: ShownVillage["sources"];
  readonly groups: readonly { readonly group: string; readonly isApplicable: boolean }[];
  readonly year: number;
};

/** What each source may pay that year, group by group, and who says so. */
export function MoneyTable({ sources, groups, year }: Props): ReactElement {
  const t = useTexts(commitmentTexts);
  const m = t.village.money;
  const own = (group: string) => groups.some((one) => one.group === group && one.isApplicable);
  const rows = sources.flatMap(({ source, answers }) =>
    answers.filter(({ group }) => own(group)).map((answer) => ({ source, ...answer })),
  );
  return (
    <Table
      caption={m.caption(String(year))}
      rows={rows}
      keyOf={({ source, group }) => `${source} ${group}`}
      columns={[
        {
          key: "source",
          head: m.source,
          cell: ({ source, group }) => `${t.sources[source]}: ${t.groups[group]}`,
        },
        { key: "answer", head: m.answer, cell: ({ verdict }) => m.verdicts[verdict] },
        {
          key: "law",
          head: m.law,
          phone: "wide",
          cell: ({ law }) =>
            law === null ? m.noLaw : `${law.instrument}, ${law.article} (${m.marks[law.mark]})`,
        },
      ]}
    />
  );
}
