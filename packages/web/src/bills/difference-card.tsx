import type { Bill } from "@tuwai/server/bills";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { billTexts } from "#language/bills.ts";
import { formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Card, Choices, type FormErrors, Notice, TextField } from "#ui";

type Difference = Bill["differences"][number];

const choices = {
  billed: ["bpjs-corrects", "list-mended", "paid-as-billed"],
  received: ["rest-follows", "comes-back", "kept-for-next-month", "bank-fee"],
} as const;

/** One difference in words, and what becomes of it: asked of whoever may answer until somebody has. */
export function DifferenceCard(props: {
  readonly difference: Difference;
  readonly billId: string;
  /** Null for whoever only reads. */
  readonly operation: string | null;
  readonly errors: FormErrors;
}): ReactElement {
  const t = useTexts(billTexts).difference;
  const language = useLanguage();
  const { difference, billId, operation, errors } = props;
  const { kind, rupiah, answer } = difference;
  const size = formatRupiah(language, Math.abs(rupiah));
  const says = rupiah > 0 ? t[kind].more(size) : t[kind].less(size);
  if (answer !== null) return <Notice>{`${says} ${t.given(t.answers[answer])}`}</Notice>;
  if (operation === null) return <Notice tone="warn">{says}</Notice>;
  return (
    <Card title={says}>
      <Form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <input type="hidden" name="selisih" value={kind} />
        <input type="hidden" name="rupiah" value={rupiah} />
        <input type="hidden" name="tagihan" value={billId} />
        <Choices
          name={`jawaban-${kind}`}
          label={t.question}
          options={choices[kind].map((value) => ({ value, label: t.answers[value] }))}
          error={errors[`jawaban-${kind}`]}
        />
        <TextField name="keterangan" label={t.note} autoComplete="off" error={errors["keterangan"]} />
        <div>
          <Button>{t.save}</Button>
        </div>
      </Form>
    </Card>
  );
}
