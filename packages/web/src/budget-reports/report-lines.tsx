import { type BudgetLine, lineKey } from "@tuwai/domain/budget-reports";
import type { ReactElement } from "react";
import { budgetReportTexts } from "#language/budget-reports.ts";
import { formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

type Props = { readonly lines: readonly BudgetLine[]; readonly hasChange: boolean };

/** Every line as it is printed, for whoever holds the record against the paper. */
export function ReportLines({ lines, hasChange }: Props): ReactElement {
  const texts = useTexts(budgetReportTexts);
  const language = useLanguage();
  const rupiah = (amount: number | null) => (amount === null ? "" : formatRupiah(language, amount));
  return (
    <Table
      caption={texts.lines.caption}
      rows={lines}
      keyOf={lineKey}
      columns={[
        {
          key: "code",
          head: texts.lines.code,
          cell: ({ activity, account }) => [activity, account].filter((part) => part !== null).join(" "),
        },
        { key: "name", head: texts.lines.name, phone: "wide", cell: ({ name }) => name },
        { key: "initial", head: texts.one.initial, number: true, cell: ({ initial }) => rupiah(initial) },
        ...(hasChange
          ? [
              {
                key: "changed",
                head: texts.one.changed,
                number: true,
                cell: ({ changed }: BudgetLine) => rupiah(changed),
              },
            ]
          : []),
      ]}
    />
  );
}
