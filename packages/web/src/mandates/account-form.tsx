import type { ReactElement } from "react";
import { mandateTexts } from "#language/mandates.ts";
import { useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Card, type FormErrors, TextField } from "#ui";
import { fieldNames } from "./field-names.ts";

type Props = {
  readonly isFirst: boolean;
  readonly operation: string;
  readonly answer:
    | { readonly errors: FormErrors; readonly typed: Readonly<Record<keyof typeof fieldNames, string>> }
    | undefined;
};

/** Proposes where contributions are to go. */
export function AccountForm({ isFirst, operation, answer }: Props): ReactElement {
  const t = useTexts(mandateTexts).accounts;
  return (
    <Card title={isFirst ? t.first : t.another}>
      <p className="quiet">{t.twoPersons}</p>
      <form method="post" className="form" noValidate>
        <OperationField id={operation} />
        {(["holder", "bank", "number"] as const).map((part) => (
          <TextField
            key={part}
            name={fieldNames[part]}
            label={t.labels[part]}
            width="middle"
            autoComplete="off"
            inputMode={part === "number" ? "numeric" : undefined}
            defaultValue={answer?.typed[part]}
            error={answer?.errors[fieldNames[part]]}
          />
        ))}
        <div>
          <Button>{t.propose}</Button>
        </div>
      </form>
    </Card>
  );
}
