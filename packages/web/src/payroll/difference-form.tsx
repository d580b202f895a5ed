import { endings } from "@tuwai/domain/payroll";
import type { DifferenceLine } from "@tuwai/server/payroll";
import type { ReactElement } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, type Column, Table } from "#ui";
import { EndingFields, EndingState, UndoEnding } from "./ending-parts.tsx";
import type { ReconciliationData } from "./reconciliation-data.ts";

type Props = { readonly page: ReconciliationData };

const formId = "penyelesaian";

/** Lines that differ, and how one or many of them end: ticked, one ending chosen, proposed together, answered one by one. */
export function DifferenceForm({ page }: Props): ReactElement | null {
  const t = useTexts(payrollTexts).reconciliation;
  if (page.differences.length === 0) return null;
  const open = page.differences.filter((line) => isOpen(line));
  return (
    <>
      <Differences page={page} />
      {page.mayDecide && open.length > 0 && (
        <Card title={t.chooseTitle}>
          <p>{t.chooseWhat}</p>
          <form method="post" id={formId} className="form" noValidate>
            <OperationField id={page.operation} />
            <input type="hidden" name="versi" value={page.batch.version} />
            <EndingFields offered={endings.filter((ending) => ending !== "fee")} part="baris" />
            <Actions>
              <Button name="aksi" value="usulkan">
                {t.propose}
              </Button>
            </Actions>
          </form>
        </Card>
      )}
    </>
  );
}

const isOpen = ({ ending }: DifferenceLine): boolean => ending === null || ending.ending === "open";
const nameOf = ({ employeeName, mandateCode }: DifferenceLine): string => employeeName ?? mandateCode;

function Differences({ page }: Props): ReactElement {
  const t = useTexts(payrollTexts).reconciliation;
  const language = useLanguage();
  const amount = (value: number | null) => (value === null ? t.waiting : formatRupiah(language, value));
  const columns: readonly Column<DifferenceLine>[] = [
    {
      key: "employee",
      head: t.employee,
      cell: (line) => (
        <>
          {nameOf(line)} <span className="quiet small">{line.mandateCode}</span>
        </>
      ),
    },
    { key: "why", head: t.why, phone: "wide", cell: (line) => <Why line={line} days={page.days} /> },
    { key: "promised", head: t.promised, number: true, cell: ({ promised }) => amount(promised) },
    { key: "deducted", head: t.deducted, number: true, cell: ({ deducted }) => amount(deducted) },
    { key: "paid", head: t.paid, number: true, cell: ({ paid }) => amount(paid) },
    { key: "size", head: t.size, number: true, cell: ({ rupiah }) => amount(rupiah) },
    {
      key: "ending",
      head: t.ending,
      phone: "wide",
      cell: (line) => <LineEnding page={page} line={line} />,
    },
  ];
  return (
    <Table
      caption={t.differencesCaption}
      rows={page.differences}
      keyOf={({ mandateCode }) => mandateCode}
      columns={columns}
    />
  );
}

function Why({ line, days }: { readonly line: DifferenceLine; readonly days: number }): ReactElement {
  const t = useTexts(payrollTexts).reconciliation;
  const language = useLanguage();
  const words = [
    ...(line.words === null && line.reason !== null ? [t.reasons[line.reason]] : []),
    ...(line.outcome === "not-in-file" ? [t.silent] : []),
    ...(line.words === null ? [] : [line.words]),
    ...(isOpen(line) ? [t.since(formatNumber(language, days))] : []),
  ];
  return (
    <>
      {t.statesOf[line.state]}
      <div className="quiet small">{words.join(" · ")}</div>
      {line.refusal !== null && line.ending === null && (
        <div className="quiet small">{t.refusal(line.refusal)}</div>
      )}
      {line.outdated !== null && <div className="quiet small">{t.outdated}</div>}
    </>
  );
}

function LineEnding({ page, line }: Props & { readonly line: DifferenceLine }): ReactElement | null {
  const t = useTexts(payrollTexts).reconciliation;
  const name = nameOf(line);
  return (
    <>
      {line.ending !== null && <EndingState ending={line.ending} />}
      {page.mayDecide && line.ending !== null && <UndoEnding page={page} ending={line.ending} name={name} />}
      {page.mayDecide && isOpen(line) && (
        <>
          <input type="hidden" form={formId} name={`sidik-${line.mandateCode}`} value={line.lineHash} />
          <label className="choice">
            <input
              type="checkbox"
              form={formId}
              name="pilih"
              value={line.mandateCode}
              aria-label={t.markOne(name)}
            />
            {t.mark}
          </label>
        </>
      )}
    </>
  );
}
