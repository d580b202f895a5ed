import { Form } from "react-router";
import { formatNumber } from "#language/format.ts";
import { importStepTexts } from "#language/import-steps.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Choices, Notice } from "#ui";
import type { ShownImport } from "./load-import.ts";
import type { Sheet } from "./take-sheets.ts";

type Props = {
  readonly batch: ShownImport<"kolom">;
  readonly operation: string;
  readonly sheets: readonly Sheet[];
  readonly error: string | undefined;
};

/** One box for each sheet; none is ticked beforehand, as one of them may be last year's. */
export function SheetForm({ batch, operation, sheets, error }: Props) {
  const t = useTexts(importStepTexts).columns;
  const language = useLanguage();
  return (
    <Form method="post" className="stack" noValidate>
      <OperationField id={operation} />
      <input type="hidden" name="versi" value={batch.version} />
      <input type="hidden" name="maksud" value="lembar" />
      <Choices
        several
        name="lembar"
        label={t.sheets.legend}
        error={error}
        options={sheets.map(({ name, rows }) => ({
          value: name,
          label: t.sheets.sheet(name, formatNumber(language, rows)),
        }))}
      />
      {batch.mayWork ? (
        <div>
          <Button>{t.sheets.submit}</Button>
        </div>
      ) : (
        <Notice>{t.readOnly}</Notice>
      )}
    </Form>
  );
}
