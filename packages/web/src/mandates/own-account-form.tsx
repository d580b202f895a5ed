import type { ReactElement } from "react";
import { Form } from "react-router";
import { mandateTexts } from "#language/mandates.ts";
import { useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, type FormErrors, TextField } from "#ui";

type Props = {
  readonly isKept: boolean;
  readonly operation: string;
  readonly answer:
    | { readonly errors: FormErrors; readonly typed: { readonly bank: string; readonly number: string } }
    | undefined;
};

/** The sponsor's own account, for the paper alone. What is kept is never shown here again. */
export function OwnAccountForm({ isKept, operation, answer }: Props): ReactElement {
  const t = useTexts(mandateTexts).mine;
  return (
    <Card title={t.account}>
      <p className="quiet">{t.accountWhy}</p>
      <Form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <TextField
          name="bank"
          label={t.bank}
          width="middle"
          autoComplete="off"
          defaultValue={answer?.typed.bank}
          error={answer?.errors["bank"]}
        />
        <TextField
          name="nomor"
          label={t.number}
          inputMode="numeric"
          width="middle"
          autoComplete="off"
          defaultValue={answer?.typed.number}
          error={answer?.errors["nomor"]}
        />
        <Actions>
          <Button look="plain">{t.keep}</Button>
          {isKept && (
            <Button look="plain" name="aksi" value="hapus">
              {t.forget}
            </Button>
          )}
        </Actions>
      </Form>
    </Card>
  );
}
