import { data, Form, redirect } from "react-router";
import { may } from "@tuwai/server/access";
import {
  getPacketMapping,
  type MappingRefusal,
  packetFields,
  setPacketMapping,
} from "@tuwai/server/packet-mapping";
import { wordOf } from "#language/word-of.ts";
import { flash, formText, forUseCase, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath, type Language } from "#language/language.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Button, ErrorSummary, Notice, Page, type FormErrors } from "#ui";
import type { Route } from "./+types/packet-mapping.page";
import { MappingTable, type MappingRow } from "./mapping-table.tsx";
import { readColumns, type TypedRow } from "./read-columns.ts";

export const handle: Handle = { access: "packet_mapping.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

const fields = Object.keys(packetFields) as (keyof typeof packetFields)[];

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { branch, number, columns } = await getPacketMapping(app, actor);
  const rows = fields.map((field): MappingRow => {
    const place = columns.findIndex((column) => column.field === field);
    const rule = packetFields[field];
    return {
      field,
      order: place === -1 ? "" : String(place + 1),
      header: columns[place]?.header ?? rule.header,
      isHeld: rule.isHeld,
      isRequired: "isRequired" in rule,
    };
  });
  return {
    title: enrolmentTexts[languageOf(new URL(request.url).pathname)].mapping.title,
    operation: app.newId(),
    mayWrite: may(actor, "packet_mapping.write"),
    branch,
    number,
    rows: rows.toSorted((a, b) => (Number(a.order) || 999) - (Number(b.order) || 999)),
  };
}

type Answer = { readonly errors: FormErrors; readonly typed: readonly TypedRow[] };

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = enrolmentTexts[language].mapping;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const typed = fields.map((field) => ({
    field,
    order: formText(form, `urutan-${field}`),
    header: formText(form, `judul-${field}`),
  }));
  const read = readColumns(typed);
  if ("faulty" in read) {
    const errors = Object.fromEntries(read.faulty.map((field) => [`urutan-${field}`, t.errors.order]));
    return data<Answer>({ errors, typed }, 422);
  }
  const answer = await setPacketMapping(app, actor, {
    operationId: readOperationId(form, app),
    branch: formText(form, "cabang"),
    fromNumber: Number(formText(form, "nomor")),
    columns: read.columns,
  });
  if (answer.outcome === "refused") {
    const sentences = answer.reasons.map((refusal) => sentenceOf(language, refusal));
    return data<Answer>({ errors: { "": sentences.join(" ") }, typed }, 422);
  }
  const headers = flash("ok", t.saved(formatNumber(language, answer.number)));
  throw redirect(localPath(language, "/admin/templat-bpjs"), { status: 303, headers });
}

function sentenceOf(language: Language, { reason, names }: MappingRefusal): string {
  const t = enrolmentTexts[language].mapping;
  const words = reason === "field-missing" ? names.map((name) => wordOf(t.fields, name)) : names;
  return t.errors[reason](words.join(", "));
}

export default function PacketMappingPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(enrolmentTexts).mapping;
  const language = useLanguage();
  const typed = new Map<string, TypedRow>((actionData?.typed ?? []).map((row) => [row.field, row]));
  const rows = page.rows.map((row) => ({ ...row, ...typed.get(row.field) }));
  return (
    <Page title={page.title} lead={t.lead}>
      <Notice tone="warn" title={t.unconfirmed}>
        {t.unconfirmedText(page.branch, formatNumber(language, page.number))}
      </Notice>
      <ErrorSummary errors={actionData?.errors} />
      {page.mayWrite ? (
        <Form method="post" className="stack" noValidate>
          <OperationField id={page.operation} />
          <input type="hidden" name="cabang" value={page.branch} />
          <input type="hidden" name="nomor" value={page.number} />
          <MappingTable rows={rows} errors={actionData?.errors ?? {}} isEditable />
          <div>
            <Button>{t.submit}</Button>
          </div>
        </Form>
      ) : (
        <MappingTable rows={rows.filter(({ order }) => order !== "")} errors={{}} isEditable={false} />
      )}
    </Page>
  );
}
