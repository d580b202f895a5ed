import type { OnePayer, PeriodSums } from "@tuwai/server/payers";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { payerTexts } from "#language/payers.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Disclosure, type FormErrors, Table, TextField } from "#ui";

/** What was promised for which months, used and left. */
export function PeriodTable(props: { readonly payer: OnePayer; readonly mayWrite: boolean }): ReactElement {
  const t = useTexts(payerTexts).periods;
  const language = useLanguage();
  const to = useLocalPath();
  const spanOf = useSpan();
  const { id, periods } = props.payer;
  const rupiah = (n: number) => formatRupiah(language, n);
  if (periods.length === 0) return <p>{t.none}</p>;
  return (
    <Table
      caption={t.caption}
      rows={periods}
      keyOf={(period) => period.id}
      columns={[
        {
          key: "span",
          head: t.columns.span,
          cell: (period) => (
            <>
              {spanOf(period)}
              {props.mayWrite && (
                <>
                  {" "}
                  <a
                    href={to(`/iuran/pembayar/${id}?tarik=${period.id}#tarik`)}
                    aria-label={t.withdrawTitle(spanOf(period))}
                  >
                    {t.withdraw}
                  </a>
                </>
              )}
            </>
          ),
        },
        { key: "budget", head: t.columns.budget, number: true, cell: (one) => rupiah(one.budgetRupiah) },
        {
          key: "heads",
          head: t.columns.heads,
          number: true,
          cell: (one) => formatNumber(language, one.heads),
        },
        { key: "owed", head: t.columns.owed, number: true, cell: (one) => rupiah(one.owedRupiah) },
        { key: "paid", head: t.columns.paid, number: true, cell: (one) => rupiah(one.paidRupiah) },
        { key: "left", head: t.columns.left, number: true, cell: (one) => rupiah(one.leftRupiah) },
        {
          key: "full",
          head: t.columns.full,
          number: true,
          cell: (one) => formatNumber(language, one.fullMonths),
        },
      ]}
    />
  );
}

function useSpan() {
  const t = useTexts(payerTexts).periods;
  const language = useLanguage();
  return ({ fromMonth, lastMonth }: Pick<PeriodSums, "fromMonth" | "lastMonth">) =>
    t.span(formatMonth(language, fromMonth), formatMonth(language, lastMonth));
}

type FormProps = { readonly operation: string; readonly errors: FormErrors };

export function PeriodForm({ operation, errors }: FormProps): ReactElement {
  const t = useTexts(payerTexts).periods;
  const names = ["dari", "sampai", "anggaran", "orang"];
  const field = (name: string) => ({ name, width: "middle" as const, error: errors[name] });
  return (
    <Disclosure summary={t.add} isOpen={names.some((name) => name in errors)}>
      <Form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <TextField {...field("dari")} label={t.from} hint={t.monthHint} />
        <TextField {...field("sampai")} label={t.last} hint={t.monthHint} />
        <TextField {...field("anggaran")} label={t.budget} inputMode="numeric" />
        <TextField {...field("orang")} label={t.heads} inputMode="numeric" />
        <div>
          <Button name="aksi" value="masa" look="plain">
            {t.save}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}

/** A period about to be taken back; asked for by `?tarik=` in the address. */
export function WithdrawForm({
  period,
  operation,
  errors,
}: FormProps & { readonly period: PeriodSums }): ReactElement {
  const t = useTexts(payerTexts).periods;
  const spanOf = useSpan();
  return (
    <section id="tarik">
      <h3>{t.withdrawTitle(spanOf(period))}</h3>
      <p>{t.withdrawLead}</p>
      <Form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <input type="hidden" name="masa" value={period.id} />
        <TextField name="alasan" label={t.withdrawWhy} error={errors["alasan"]} />
        <Actions>
          <Button name="aksi" value="tarik" look="danger">
            {t.withdraw}
          </Button>
        </Actions>
      </Form>
    </section>
  );
}
