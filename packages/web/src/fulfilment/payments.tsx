import type { VillageBills } from "@tuwai/server/fulfilment";
import type { ReactElement } from "react";
import { formatDate, formatMonth, formatRupiah } from "#language/format.ts";
import { fulfilmentTexts } from "#language/fulfilment.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Card, Disclosure, Table, TextField } from "#ui";

type Payment = VillageBills["payments"][number];
type Props = {
  readonly payments: readonly Payment[];
  readonly mayBook: boolean;
  readonly operation: string;
};

/** What finance booked; what was taken back stays, with why. */
export function Payments({ payments, mayBook, operation }: Props): ReactElement | null {
  const t = useTexts(fulfilmentTexts).bills.payments;
  const language = useLanguage();
  const rupiah = (n: number) => formatRupiah(language, n);
  if (payments.length === 0) return null;
  return (
    <Card title={t.title}>
      <Table
        caption={t.caption}
        rows={payments}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "number",
            head: t.number,
            cell: ({ number, withdrawReason }) => (
              <>
                {number}
                {withdrawReason !== null && <div className="quiet small">{t.withdrawn(withdrawReason)}</div>}
              </>
            ),
          },
          { key: "month", head: t.month, cell: ({ month }) => formatMonth(language, month) },
          { key: "on", head: t.on, cell: ({ paidOn }) => formatDate(language, paidOn) },
          { key: "rupiah", head: t.rupiah, number: true, cell: (payment) => rupiah(payment.rupiah) },
          {
            key: "lines",
            head: t.lines,
            phone: "wide",
            cell: (payment) => (
              <>
                <Lines payment={payment} />
                {mayBook && payment.withdrawReason === null && (
                  <Withdraw id={payment.id} operation={operation} />
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Lines({ payment }: { readonly payment: Payment }) {
  const t = useTexts(fulfilmentTexts).bills.payments;
  const language = useLanguage();
  const toLines = payment.lines.reduce((sum, line) => sum + line.rupiah, 0);
  const over = payment.rupiah - toLines;
  return (
    <>
      {formatRupiah(language, toLines)}
      {over > 0 && <div className="quiet small">{t.over(formatRupiah(language, over))}</div>}
    </>
  );
}

function Withdraw({ id, operation }: { readonly id: string; readonly operation: string }) {
  const t = useTexts(fulfilmentTexts).bills.payments;
  return (
    <Disclosure summary={t.withdraw}>
      <form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <input type="hidden" name="pembayaran" value={id} />
        <TextField name="sebab" label={t.reason} />
        <div>
          <Button look="plain" name="aksi" value="tarik">
            {t.withdraw}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
