import type { DoubleWorker } from "@tuwai/server/double-cover";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { doubleCoverTexts } from "#language/double-cover.ts";
import { formatMonth } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, Choices, type FormErrors, Notice, TextField } from "#ui";

/** One worker about to be decided; asked for by `?putus=` in the address. */
export function DecideForm(props: {
  readonly worker: DoubleWorker;
  readonly endsFrom: string;
  readonly usual: "end-ours" | "keep-ours";
  readonly operation: string;
  readonly errors: FormErrors;
}): ReactElement {
  const t = useTexts(doubleCoverTexts).form;
  const language = useLanguage();
  const { worker, endsFrom, usual, operation, errors } = props;
  const { reasonAgainstEnd, person, personId } = worker;
  const keep = { value: "keep-ours", label: t.options["keep-ours"] };
  const end = { value: "end-ours", label: t.options["end-ours"](formatMonth(language, endsFrom)) };
  return (
    <Card id="putus" title={t.title(person.name ?? person.code ?? "")}>
      {reasonAgainstEnd !== null && <Notice tone="info">{t.reasons[reasonAgainstEnd]}</Notice>}
      <Form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <input type="hidden" name="orang" value={personId} />
        <Choices
          name="putusan"
          label={t.question}
          options={reasonAgainstEnd === null ? [end, keep] : [keep]}
          value={reasonAgainstEnd === null ? usual : undefined}
          error={errors["putusan"]}
        />
        <TextField name="alasan" label={t.why} hint={t.whyHint} error={errors["alasan"]} />
        <Actions>
          <Button name="aksi" value="putus">
            {t.save}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
