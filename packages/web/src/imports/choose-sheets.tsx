import { Form } from "react-router";
import type { Actor, App } from "@tuwai/server/app";
import { type BatchIn, chooseSheets } from "@tuwai/server/imports";
import { formatNumber } from "#language/format.ts";
import { importStepTexts } from "#language/import-steps.ts";
import type { Language } from "#language/language.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { formText, OperationField, readOperationId } from "#shell";
import { Button, Choices, type FormErrors, Notice } from "#ui";
import type { ShownImport } from "./load-import.ts";

type Choosable = BatchIn<"needs-mapping" | "checked">;
type Sheet = { readonly name: string; readonly rows: number };

/** The sheets that hold lists, while nobody has said which of them are meant. */
export function sheetsToChoose({ warnings, recognition, state }: Choosable): readonly Sheet[] {
  if (state !== "needs-mapping" || !warnings.some(({ code }) => code === "E-SHEET")) return [];
  return recognition.sheetScores.flatMap(({ name = "", rows = 0 }) => (rows > 0 ? [{ name, rows }] : []));
}

type Given = { readonly batch: Choosable; readonly language: Language; readonly form: FormData };

/** What is wrong with the choice; null when it was taken. */
export async function takeSheets(
  app: App,
  actor: Actor,
  { batch, language, form }: Given,
): Promise<FormErrors | null> {
  const names = sheetsToChoose(batch).map(({ name }) => name);
  const sheets = form.getAll("lembar").filter((name) => typeof name === "string" && names.includes(name));
  if (sheets.length === 0) return { lembar: importStepTexts[language].columns.sheets.none };
  const version = Number(formText(form, "versi"));
  const operationId = readOperationId(form, app);
  await chooseSheets(app, actor, { operationId, batchId: batch.id, version, sheets: sheets.map(String) });
  return null;
}

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
