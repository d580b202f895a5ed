import { withdrawals } from "@tuwai/domain/alms";
import type { DeskReceipt } from "@tuwai/server/alms";
import type { ReactElement } from "react";
import { almsDeskTexts } from "#language/alms-desk.ts";
import { almsTexts } from "#language/alms.ts";
import { formatDate, formatRupiah } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { ActForm, type ActForms, OperationField } from "#shell";
import { Actions, Button, Disclosure, EmptyState, SelectField, Table } from "#ui";

/** Each print is an operation of its own. */
type Row = DeskReceipt & { readonly operation: string };

/** The receipts of a campaign; each can be printed, and withdrawn where the gift is taken back. */
export function ReceiptTable(props: {
  readonly rows: readonly Row[];
  readonly forms: ActForms;
  readonly mayWrite: boolean;
}): ReactElement {
  const t = useTexts(almsDeskTexts).receipts;
  const language = useLanguage();
  const { rows, forms, mayWrite } = props;
  if (rows.length === 0) return <EmptyState title={t.none} />;
  return (
    <Table
      caption={t.title}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: "number", head: t.columns.number, cell: ({ shownNumber }) => shownNumber },
        { key: "on", head: t.columns.on, cell: ({ receivedOn }) => formatDate(language, receivedOn) },
        {
          key: "donor",
          head: t.columns.donor,
          cell: ({ donor, isPledged }) => `${donor ?? t.anonymous}${isPledged ? `, ${t.pledged}` : ""}`,
        },
        {
          key: "amount",
          head: t.columns.amount,
          number: true,
          cell: ({ amountRupiah }) => formatRupiah(language, amountRupiah),
        },
        { key: "state", head: t.columns.state, cell: (row) => <State row={row} /> },
        ...(mayWrite
          ? [
              {
                key: "act",
                head: t.columns.act,
                phone: "wide" as const,
                cell: (row: Row) => <ReceiptActs row={row} forms={forms} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function State({ row }: { readonly row: DeskReceipt }) {
  const t = useTexts(almsDeskTexts).receipts;
  const { whys } = useTexts(almsTexts).receipt;
  return <>{row.withdrawnWhy === null ? t.valid : `${t.gone}: ${whys[row.withdrawnWhy]}`}</>;
}

function ReceiptActs({ row, forms }: { readonly row: Row; readonly forms: ActForms }) {
  const t = useTexts(almsDeskTexts).receipts;
  const { whys } = useTexts(almsTexts).receipt;
  const to = useLocalPath();
  return (
    <>
      <form method="post" action={to("/sedekah/kuitansi")}>
        <input type="hidden" name="kuitansi" value={row.id} />
        <OperationField id={row.operation} />
        <Button look="plain" small>
          {row.isPrinted ? t.copy : t.print} <span className="hidden-visually">{row.shownNumber}</span>
        </Button>
      </form>
      {row.withdrawnAt === null && (
        <Disclosure summary={`${t.withdraw} ${row.shownNumber}`}>
          <ActForm act="cabut" forms={forms}>
            <input type="hidden" name="kuitansi" value={row.id} />
            <SelectField
              name="sebab"
              label={t.why}
              options={withdrawals.map((value) => ({ value, label: whys[value] }))}
              defaultValue="bounced"
            />
            <Actions>
              <Button look="danger" small>
                {t.withdraw}
              </Button>
            </Actions>
          </ActForm>
        </Disclosure>
      )}
    </>
  );
}
