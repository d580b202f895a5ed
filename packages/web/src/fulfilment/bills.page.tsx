import { may } from "@tuwai/server/access";
import { getVillageBills } from "@tuwai/server/fulfilment";
import { data, redirect } from "react-router";
import { readYear, StageTable, VillageTabs, villageTabsOf } from "#commitments";
import { commitmentTexts } from "#language/commitments.ts";
import { formatMonth, formatRupiah } from "#language/format.ts";
import { fulfilmentTexts } from "#language/fulfilment.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import { Button, Card, ErrorSummary, type FormErrors, Notice, Page, SelectField, TextField } from "#ui";
import type { Route } from "./+types/bills.page";
import { actOnBills } from "./act-on-bills.ts";
import { MonthTable } from "./month-table.tsx";
import { Payments } from "./payments.tsx";

export const handle: Handle = { access: "village_commitment.bill" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const t = fulfilmentTexts[languageOf(pathname)].bills;
  const [app, actor] = forUseCase(context);
  const year = readYear(searchParams, app);
  const bills = await getVillageBills(app, actor, { villageCode: params.desa, year });
  return {
    ...bills,
    title: t.title(bills.name, String(year)),
    tabs: villageTabsOf(actor),
    mayBook: may(actor, "village_commitment.book"),
    operation: app.newId(),
    otherOperation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const answer = await actOnBills(app, actor, { form, language, villageCode: params.desa });
  if ("errors" in answer) return data(answer, 422);
  throw redirect(localPath(language, `/anggaran/komitmen/${params.desa}/tagihan`) + search, {
    status: 303,
    headers: flash("ok", answer.done),
  });
}

export default function BillsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(fulfilmentTexts).bills;
  const c = useTexts(commitmentTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const rupiah = (n: number) => formatRupiah(language, n);
  const [promised, received] = [page.stages[0]?.rupiah ?? 0, page.stages.at(-1)?.rupiah ?? 0];
  return (
    <Page
      title={page.title}
      lead={promised === 0 ? t.leadNone : t.lead(rupiah(received), rupiah(promised))}
      crumbs={[
        { href: to(`/anggaran/komitmen?tahun=${page.year}`), label: c.title },
        { href: to(`/anggaran/komitmen/${page.villageCode}?tahun=${page.year}`), label: page.name },
        { label: t.crumb },
      ]}
    >
      <VillageTabs here="bills" village={page.villageCode} year={page.year} tabs={page.tabs} />
      <ErrorSummary errors={actionData?.errors} />
      {page.differences.length > 0 && (
        <Notice tone="warn" title={t.differences.title}>
          <ul>
            {page.differences.map(({ group, typed, booked }) => (
              <li key={group}>{t.differences.line(c.groups[group], rupiah(typed), rupiah(booked))}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Card title={t.stages.title}>
        <StageTable stages={page.stages} />
        <p className="quiet small">{t.stages.how}</p>
      </Card>
      <MonthTable months={page.months} />
      {page.mayBook && page.months.length > 0 && (
        <Book page={page} errors={actionData?.errors ?? {}} typed={actionData?.typed ?? {}} />
      )}
      <Payments payments={page.payments} mayBook={page.mayBook} operation={page.otherOperation} />
    </Page>
  );
}

type Props = {
  readonly page: Route.ComponentProps["loaderData"];
  readonly errors: FormErrors;
  readonly typed: Readonly<Record<string, string>>;
};

function Book({ page, errors, typed }: Props) {
  const t = useTexts(fulfilmentTexts).bills.book;
  const language = useLanguage();
  const field = (name: string) => ({ name, defaultValue: typed[name] ?? "", error: errors[name] });
  return (
    <Card title={t.title}>
      <form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        <p>{t.lead}</p>
        <SelectField
          {...field("bulan")}
          label={t.month}
          options={[
            { value: "", label: "" },
            ...page.months.map(({ month, owed }) => ({
              value: month as string,
              label: `${formatMonth(language, month)}, ${formatRupiah(language, owed)}`,
            })),
          ]}
        />
        <TextField {...field("nomor")} label={t.number} />
        <TextField {...field("tanggal")} label={t.on} type="date" width="middle" />
        <TextField {...field("jumlah")} label={t.rupiah} inputMode="numeric" width="middle" />
        <div>
          <Button name="aksi" value="bukukan">
            {t.save}
          </Button>
        </div>
      </form>
    </Card>
  );
}
