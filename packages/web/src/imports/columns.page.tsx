import { data, Form, redirect } from "react-router";
import { importFields, type ColumnMapping, type FieldName } from "@tuwai/domain/intake";
import { mapColumns } from "@tuwai/server/imports";
import { sampleColumns } from "@tuwai/server/import-review";
import { flash, formText, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { importFieldTexts } from "#language/import-fields.ts";
import { importStepTexts } from "#language/import-steps.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Button, Card, DescriptionList, ErrorSummary, Notice, Table, Tag, type Status } from "#ui";
import type { Route } from "./+types/columns.page";
import { SheetForm } from "./choose-sheets.tsx";
import { findColumnProblems, letterOf } from "./column-choices.ts";
import { ImportFrame } from "./import-frame.tsx";
import { importPath, loadImport } from "./load-import.ts";
import { fieldWords, sayIssue } from "./say-issue.ts";
import { sheetsToChoose, takeSheets } from "./take-sheets.ts";

export const handle: Handle = { access: "import.read_report" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, language, batch, shown } = await loadImport(args, "kolom");
  const samples = new Map(
    (await sampleColumns(app, actor, { batchId: batch.id })).map(({ column, values }) => [column, values]),
  );
  const columns = batch.recognition.columns;
  const found = new Set(columns.map(({ field }) => field));
  return {
    title: importStepTexts[language].columns.title,
    batch: shown,
    operation: app.newId(),
    sheets: sheetsToChoose(batch),
    columns: columns.map((column) => ({ ...column, samples: samples.get(column.column) ?? [] })),
    required: importFields[batch.kind].required.map((anyOf) => ({
      words: fieldWords(language, anyOf),
      isFound: anyOf.some((field) => found.has(field)),
    })),
    remarks: batch.warnings
      .filter(({ code }) => !["E-COLUMN-MISSING", "E-COLUMN-TWICE", "E-SHEET"].includes(code))
      .map((remark) => sayIssue(language, remark)),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, language, batch } = await loadImport(args, "kolom");
  const t = importStepTexts[language].columns;
  const form = await args.request.formData();
  if (formText(form, "maksud") === "lembar") {
    const errors = await takeSheets(app, actor, { batch, language, form });
    if (errors !== null) return data({ errors, choices: [] }, 422);
    throw redirect(importPath(language, batch.code, ""), { status: 303 });
  }
  const { fields } = importFields[batch.kind];
  const choices = batch.recognition.columns.map(({ column }) => ({
    column,
    field: fields.find((field) => field === formText(form, `kolom-${column}`)) ?? null,
  }));
  const errors = findColumnProblems(language, batch.kind, choices);
  if (Object.keys(errors).length > 0) return data({ errors, choices }, 422);
  await mapColumns(app, actor, {
    operationId: readOperationId(form, app),
    batchId: batch.id,
    version: Number(formText(form, "versi")),
    choices,
  });
  throw redirect(importPath(language, batch.code, ""), { status: 303, headers: flash("ok", t.saved) });
}

type ShownColumn = Route.ComponentProps["loaderData"]["columns"][number];

export default function ColumnsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(importStepTexts).columns;
  const chosen = new Map(actionData?.choices.map(({ column, field }) => [column, field]));
  const fieldOf = ({ column, field }: ShownColumn): FieldName | null =>
    chosen.has(column) ? (chosen.get(column) ?? null) : field;
  if (page.sheets.length > 0)
    return (
      <ImportFrame batch={page.batch} title={t.sheets.title} lead={t.sheets.lead} step="columns">
        <ErrorSummary errors={actionData?.errors} />
        <SheetForm
          batch={page.batch}
          operation={page.operation}
          sheets={page.sheets}
          error={actionData?.errors?.["lembar"]}
        />
      </ImportFrame>
    );
  return (
    <ImportFrame batch={page.batch} title={page.title} lead={t.lead} step="columns">
      <ErrorSummary errors={actionData?.errors} />
      {page.remarks.map(({ problem, repair }) => (
        <Notice key={problem} tone="warn" title={problem}>
          {repair}
        </Notice>
      ))}
      <Card title={t.required}>
        <DescriptionList
          facts={page.required.map(({ words, isFound }) => ({
            name: words,
            value: <Tag status={isFound ? "active" : "decision"}>{isFound ? t.found : t.missing}</Tag>,
          }))}
        />
      </Card>
      <Form method="post" className="stack" noValidate>
        <OperationField id={page.operation} />
        <input type="hidden" name="versi" value={page.batch.version} />
        <ColumnTable page={page} fieldOf={fieldOf} errors={actionData?.errors ?? {}} />
        {page.batch.mayWork ? (
          <div>
            <Button>{t.submit}</Button>
          </div>
        ) : (
          <Notice>{t.readOnly}</Notice>
        )}
      </Form>
    </ImportFrame>
  );
}

type TableProps = {
  readonly page: Route.ComponentProps["loaderData"];
  readonly fieldOf: (column: ShownColumn) => FieldName | null;
  readonly errors: Readonly<Record<string, string | undefined>>;
};

function ColumnTable({ page, fieldOf, errors }: TableProps) {
  const t = useTexts(importStepTexts).columns;
  const names = useTexts(importFieldTexts).fields;
  const language = useLanguage();
  const headOf = ({ header, column }: ColumnMapping): string =>
    header === "" ? t.noHeader(letterOf(column)) : header;
  const options = importFields[page.batch.kind].fields.toSorted((a, b) =>
    names[a].localeCompare(names[b], language),
  );
  return (
    <Table
      caption={t.caption}
      rows={page.columns}
      keyOf={({ column }) => String(column)}
      columns={[
        {
          key: "column",
          head: t.column,
          cell: (column) => (
            <>
              {headOf(column)} <div className="quiet small">{t.position(letterOf(column.column))}</div>
            </>
          ),
        },
        {
          key: "samples",
          phone: "wide",
          head: t.samples,
          cell: ({ samples }) => (samples.length === 0 ? t.noSample : samples.join(" · ")),
        },
        {
          key: "field",
          phone: "wide",
          head: t.field,
          cell: (column) => (
            <select
              name={`kolom-${column.column}`}
              id={`kolom-${column.column}`}
              aria-label={headOf(column)}
              aria-invalid={errors[`kolom-${column.column}`] ? true : undefined}
              defaultValue={fieldOf(column) ?? ""}
              disabled={!page.batch.mayWork}
            >
              <option value="">{t.unused}</option>
              {options.map((field) => (
                <option key={field} value={field}>
                  {names[field]}
                </option>
              ))}
            </select>
          ),
        },
        {
          key: "tier",
          head: t.tier,
          cell: ({ confidence, remembered }) => (
            <>
              <Tag status={tiers[confidence]}>{t.tiers[confidence]}</Tag>
              {remembered && <div className="quiet small">{t.remembered}</div>}
            </>
          ),
        },
      ]}
    />
  );
}

const tiers = { sure: "active", maybe: "decision", unused: "waiting" } as const satisfies Record<
  string,
  Status
>;
