import type { ShownRefund } from "@tuwai/server/refunds";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { formatMonth } from "#language/format.ts";
import { refundTexts } from "#language/refunds.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, Choices, type FormErrors, optionsOf, TextField } from "#ui";

/** A line about to be answered; asked for by `?jawab=` in the address. */
export function AnswerForm(props: {
  readonly line: ShownRefund;
  readonly operation: string;
  readonly errors: FormErrors;
}): ReactElement {
  const t = useTexts(refundTexts).form;
  const language = useLanguage();
  const { line, operation, errors } = props;
  return (
    <Card
      id="jawab"
      title={t.title(line.person.name ?? line.person.code ?? "", formatMonth(language, line.month))}
    >
      <p>{t.lead}</p>
      <Form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <input type="hidden" name="pengembalian" value={line.id} />
        <input type="hidden" name="versi" value={line.version} />
        <Choices name="jawaban" label={t.question} options={optionsOf(t.options)} error={errors["jawaban"]} />
        <TextField
          name="jumlah"
          label={t.amount}
          hint={t.amountHint}
          width="middle"
          inputMode="numeric"
          defaultValue={line.amountRupiah ?? ""}
          error={errors["jumlah"]}
        />
        <TextField
          name="rekening"
          label={t.bank}
          hint={t.bankHint}
          width="middle"
          error={errors["rekening"]}
        />
        <TextField name="keterangan" label={t.note} hint={t.noteHint} error={errors["keterangan"]} />
        <Actions>
          <Button name="aksi" value="jawab">
            {t.save}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
