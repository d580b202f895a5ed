import type { ShownBatch } from "@tuwai/server/payroll";
import type { ReactElement } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Disclosure, Table } from "#ui";

type Lines = ShownBatch["lines"];

/** What changed stands open, what did not is folded. */
export function LineTables({ lines }: { readonly lines: Lines }): ReactElement {
  const t = useTexts(payrollTexts).batch;
  const language = useLanguage();
  const changed = lines.filter(({ change }) => change !== "same");
  const same = lines.filter(({ change }) => change === "same");
  return (
    <>
      <h2>{t.changesTitle(formatNumber(language, changed.length))}</h2>
      {changed.length > 0 && <Lines lines={changed} caption={t.changesCaption} />}
      {same.length > 0 && (
        <Disclosure summary={t.sameTitle(formatNumber(language, same.length))}>
          <Lines lines={same} caption={t.sameCaption} />
        </Disclosure>
      )}
    </>
  );
}

function Lines({ lines, caption }: { readonly lines: Lines; readonly caption: string }): ReactElement {
  const t = useTexts(payrollTexts).batch;
  const language = useLanguage();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  return (
    <Table
      caption={caption}
      rows={lines}
      keyOf={({ mandateCode }) => mandateCode}
      columns={[
        {
          key: "employee",
          head: t.employee,
          cell: ({ employeeName, mandateCode }) => employeeName ?? mandateCode,
        },
        { key: "mandate", head: t.mandate, cell: ({ mandateCode }) => mandateCode },
        { key: "change", head: t.change, cell: ({ change }) => t.changes[change] },
        { key: "before", head: t.before, number: true, cell: ({ before }) => rupiah(before) },
        {
          key: "amount",
          head: t.amount,
          number: true,
          cell: ({ amount, carried }) => (
            <>
              {rupiah(amount)}
              {carried !== 0 && <div className="quiet small">{t.carried(rupiah(carried))}</div>}
            </>
          ),
        },
      ]}
    />
  );
}
