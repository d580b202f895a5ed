import {
  getPayrollColumns,
  payrollFields,
  type PayrollField,
  setPayrollColumns,
} from "@tuwai/server/payroll";
import { AppError } from "@tuwai/server/app";
import { data, redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Actions, Button, ErrorSummary, Page, Table } from "#ui";
import type { Route } from "./+types/columns.page";

export const handle: Handle = { access: "deduction_batch.columns" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(payrollTexts[languageOf(location.pathname)].columns.title);

const fields = Object.keys(payrollFields) as readonly PayrollField[];

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const office = actor.scope ?? new URL(request.url).searchParams.get("opd") ?? "";
  const template = await getPayrollColumns(app, actor, { office });
  const rows = fields.map((field) => {
    const at = template.columns.findIndex((column) => column.field === field);
    return { field, header: template.columns[at]?.header ?? payrollFields[field].header, place: at + 1 };
  });
  return { office, number: template.number, rows, operation: app.newId() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const t = payrollTexts[language].columns;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const office = actor.scope ?? searchParams.get("opd") ?? "";
  const columns = fields
    .map((field) => ({
      field,
      header: formText(form, `nama-${field}`),
      place: Number(formText(form, `urutan-${field}`)),
    }))
    .filter(({ place }) => Number.isFinite(place) && place > 0)
    .toSorted((one, other) => one.place - other.place)
    .map(({ field, header }) => ({ field, header }));
  const fromNumber = Number(formText(form, "nomor"));
  const asked = { operationId: readOperationId(form, app), office, fromNumber, columns };
  const answer = await setPayrollColumns(app, actor, asked).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "stale") return null;
    throw error;
  });
  if (answer === null) return data({ errors: { "": payrollTexts[language].batch.stale } }, 409);
  if (answer.outcome === "refused") {
    const says = answer.reasons.map(({ reason, names }) => t.refused[reason](names.join(", ")));
    return data({ errors: { "": says.join(" ") } }, 422);
  }
  const back = localPath(language, `/iuran/potongan/kolom?opd=${encodeURIComponent(office)}`);
  throw redirect(back, { status: 303, headers: flash("ok", t.saved) });
}

export default function ColumnsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(payrollTexts);
  const to = useLocalPath();
  const c = t.columns;
  return (
    <Page
      title={c.title}
      lead={c.lead(page.office)}
      crumbs={[{ href: to("/iuran/potongan"), label: t.list.title }, { label: c.title }]}
    >
      <ErrorSummary errors={actionData?.errors} />
      <p>{c.placeHint}</p>
      <form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        <input type="hidden" name="nomor" value={page.number} />
        <Table
          caption={c.title}
          rows={page.rows}
          keyOf={({ field }) => field}
          columns={[
            { key: "field", head: c.field, cell: ({ field }) => c.fields[field] },
            {
              key: "header",
              head: c.header,
              phone: "wide",
              cell: ({ field, header }) => (
                <input
                  type="text"
                  name={`nama-${field}`}
                  aria-label={`${c.header}: ${c.fields[field]}`}
                  defaultValue={header}
                  maxLength={60}
                />
              ),
            },
            {
              key: "place",
              head: c.place,
              cell: ({ field, place }) => (
                <input
                  type="text"
                  inputMode="numeric"
                  name={`urutan-${field}`}
                  aria-label={`${c.place}: ${c.fields[field]}`}
                  defaultValue={place === 0 ? "" : place}
                  className="width-short"
                />
              ),
            },
          ]}
        />
        <Actions>
          <Button>{c.save}</Button>
        </Actions>
      </form>
    </Page>
  );
}
