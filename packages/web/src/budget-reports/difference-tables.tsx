import type { ReactElement } from "react";
import { budgetReportTexts } from "#language/budget-reports.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Table } from "#ui";
import type { RefusedReport } from "./hand-in.ts";

/** As many as help to see what is wrong. */
const most = 50;

/** Where a report is not what it says it is, line by line; nothing is put right. */
export function DifferenceTables({
  refused,
}: {
  readonly refused: Pick<RefusedReport, "differences" | "unclear">;
}): ReactElement | null {
  const t = useTexts(budgetReportTexts).differences;
  const language = useLanguage();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const differences = refused.differences.slice(0, most);
  const unclear = refused.unclear.slice(0, most);
  const all = Math.max(refused.differences.length, refused.unclear.length);
  if (differences.length === 0 && unclear.length === 0) return null;
  const row = {
    key: "row",
    head: t.row,
    cell: ({ sheet, row: number }: { readonly sheet: number; readonly row: number }) =>
      t.place(String(sheet), String(number)),
  };
  return (
    <Card title={t.title}>
      {all > most && <p>{t.firstOf(formatNumber(language, most), formatNumber(language, all))}</p>}
      {differences.length > 0 && (
        <Table
          caption={t.caption}
          rows={differences}
          keyOf={(one) => `${one.sheet}-${one.row}-${one.column}`}
          columns={[
            row,
            {
              key: "line",
              head: t.line,
              phone: "wide",
              cell: ({ activity, account, name }) =>
                [activity, account, name].filter((part) => part !== null).join(" "),
            },
            { key: "column", head: t.column, cell: ({ column }) => t.columns[column] },
            { key: "printed", head: t.printed, number: true, cell: ({ printed }) => rupiah(printed) },
            { key: "counted", head: t.counted, number: true, cell: ({ counted }) => rupiah(counted) },
          ]}
        />
      )}
      {unclear.length > 0 && (
        <Table
          caption={t.unclear}
          rows={unclear}
          keyOf={(one) => `${one.sheet}-${one.row}-${one.text}`}
          columns={[row, { key: "text", head: t.text, cell: ({ text }) => text }]}
        />
      )}
    </Card>
  );
}
