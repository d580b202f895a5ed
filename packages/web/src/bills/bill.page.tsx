import { may } from "@tuwai/server/access";
import { getBill } from "@tuwai/server/bills";
import { data, Form, redirect } from "react-router";
import { groupNamer } from "#groups";
import { billTexts } from "#language/bills.ts";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import {
  Button,
  Card,
  DescriptionList,
  ErrorSummary,
  type FormErrors,
  Page,
  Pagination,
  readPage,
  Table,
  TextField,
} from "#ui";
import type { Route } from "./+types/bill.page";
import { answerBill } from "./answer-bill.ts";
import { BillState } from "./bill-state.tsx";
import { DifferenceCard } from "./difference-card.tsx";

export const handle: Handle = { access: "bill.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const asked = { month: params.bulan, groupKey: params.kunci, page: readPage(searchParams) };
  const bill = await getBill(app, actor, asked);
  const villageOf = await villageNamer(app, actor);
  const group = groupNamer(language, villageOf)(bill);
  return {
    ...bill,
    title: billTexts[language].one.title(group, formatMonth(language, bill.month)),
    rows: (bill.lines?.rows ?? []).map((line) => ({
      ...line,
      village: villageOf(line.person.villageCode) ?? "",
    })),
    operation: may(actor, "bill.write") ? app.newId() : null,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const { bulan: month, kunci: groupKey } = params;
  const form = await request.formData();
  const answer = await answerBill(...forUseCase(context), { form, month, groupKey, language });
  if ("errors" in answer) return data(answer, 422);
  const path = localPath(language, `/iuran/tagihan/${month}/${groupKey}`);
  throw redirect(path, { status: 303, headers: flash("ok", answer.done) });
}

export default function BillPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(billTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const errors = actionData?.errors ?? {};
  const bills = t.title(formatMonth(language, page.month));
  const { billId } = page;
  return (
    <Page
      title={page.title}
      lead={t.one.lead(rupiah(page.owed), formatNumber(language, page.workers))}
      crumbs={[{ href: to(`/iuran/tagihan?bulan=${page.month}`), label: bills }, { label: page.title }]}
    >
      <ErrorSummary errors={actionData?.errors} />
      <DescriptionList
        facts={[
          { name: t.one.facts.state, value: <BillState state={page.state} /> },
          { name: t.one.facts.code, value: page.code ?? t.noBill },
          { name: t.one.facts.billed, value: page.billed === null ? t.noBill : rupiah(page.billed) },
          { name: t.one.facts.received, value: rupiah(page.received) },
          ...(page.receivedOtherwise === 0
            ? []
            : [{ name: t.receivedOtherwise, value: rupiah(page.receivedOtherwise) }]),
        ]}
      />
      {billId !== null &&
        page.differences.map((difference) => (
          <DifferenceCard
            key={difference.kind}
            difference={difference}
            billId={billId}
            operation={page.operation}
            errors={errors}
          />
        ))}
      {page.operation !== null && <EnterForm page={page} operation={page.operation} errors={errors} />}
      {page.lines === null ? (
        <p className="quiet">{t.one.sumsOnly}</p>
      ) : (
        <>
          <Lines page={page} />
          <Pagination page={page.lines.page} pages={page.lines.pages} />
        </>
      )}
    </Page>
  );
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

function EnterForm({
  page,
  operation,
  errors,
}: PageData & { readonly operation: string; readonly errors: FormErrors }) {
  const t = useTexts(billTexts).one;
  const isFirst = page.billId === null;
  return (
    <Card title={isFirst ? t.enter : t.replace}>
      {!isFirst && <p className="quiet">{t.replaceLead}</p>}
      <Form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <TextField name="kode" label={t.code} hint={t.codeHint} width="middle" error={errors["kode"]} />
        <TextField
          name="jumlah"
          label={t.amount}
          hint={t.amountHint}
          inputMode="numeric"
          width="middle"
          error={errors["jumlah"]}
        />
        <div>
          <Button look={isFirst ? "main" : "plain"}>{t.save}</Button>
        </div>
      </Form>
    </Card>
  );
}

function Lines({ page: { rows, workers } }: PageData) {
  const t = useTexts(billTexts).one;
  const language = useLanguage();
  const to = useLocalPath();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  return (
    <Table
      caption={t.lines(formatNumber(language, workers))}
      rows={rows}
      keyOf={({ person: { code, name } }) => code ?? name ?? ""}
      columns={[
        {
          key: "person",
          head: t.lineColumns.person,
          cell: ({ person: { code, name }, village }) => (
            <>
              {code === undefined ? name : <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>}
              <div className="quiet small">{village}</div>
            </>
          ),
        },
        { key: "owed", head: t.lineColumns.owed, number: true, cell: ({ owed }) => rupiah(owed) },
        {
          key: "received",
          head: t.lineColumns.received,
          number: true,
          cell: ({ received }) => rupiah(received),
        },
      ]}
    />
  );
}
