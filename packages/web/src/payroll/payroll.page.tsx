import { may, scopeOf } from "@tuwai/server/access";
import { listBatches, listDue, prepareBatch } from "@tuwai/server/payroll";
import { redirect, useLocation } from "react-router";
import { ContributionTabs, seenSections } from "#contributions";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, Card, EmptyState, FilterBar, Page, Pagination, readPage, Table, TextField } from "#ui";
import type { Route } from "./+types/payroll.page";
import { BatchState } from "./batch-state.tsx";

export const handle: Handle = { access: "deduction_batch.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(payrollTexts[languageOf(location.pathname)].list.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const isOffice = scopeOf(actor, "deduction_batch.read") === "U";
  const query = {
    month: searchParams.get("bulan") ?? "",
    office: isOffice ? "" : (searchParams.get("opd") ?? ""),
  };
  const asked = {
    page: readPage(searchParams),
    month: query.month,
    ...(query.office === "" ? {} : { office: query.office }),
  };
  return {
    office: isOffice ? (actor.scope ?? null) : null,
    query,
    list: await listBatches(app, actor, asked),
    due: may(actor, "deduction_batch.prepare") ? await listDue(app, actor) : [],
    sections: seenSections(actor),
    operation: app.newId(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = payrollTexts[language].list;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const answer = await prepareBatch(app, actor, {
    operationId: readOperationId(form, app),
    office: formText(form, "opd"),
    month: formText(form, "bulan"),
  });
  const to = (path: string) => localPath(language, path);
  if (answer.outcome === "refused")
    throw redirect(to("/iuran/potongan"), {
      status: 303,
      headers: flash("warn", answer.reasons.map((reason) => t.refused[reason]).join(" ")),
    });
  const left = answer.leftOut.length;
  const said = left === 0 ? t.allIn : t.leftOut(formatNumber(language, left));
  throw redirect(to(`/iuran/potongan/${answer.payrollCode}`), {
    status: 303,
    headers: flash(left === 0 ? "ok" : "warn", t.done(answer.payrollCode, said)),
  });
}

type Data = Route.ComponentProps["loaderData"];

export default function PayrollPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(payrollTexts).list;
  return (
    <Page title={t.title} lead={page.office === null ? t.lead : t.leadOffice(page.office)}>
      <ContributionTabs here="payroll" seen={page.sections} />
      {page.due.map((month) => (
        <Due key={month.month} month={month} operation={page.operation} />
      ))}
      <Batches page={page} />
    </Page>
  );
}

type DueProps = { readonly month: Data["due"][number]; readonly operation: string };

/** Offices of which nobody has drawn up the month; each by its own button. */
function Due({ month: { month, offices }, operation }: DueProps) {
  const t = useTexts(payrollTexts).list;
  const language = useLanguage();
  const open = offices.filter(({ isTaken }) => !isTaken);
  if (open.length === 0) return null;
  return (
    <Card title={t.dueTitle(formatMonth(language, month))}>
      <ul className="tasks">
        {open.map(({ office, mandates, own }) => (
          <li key={office}>
            <div>
              <strong>{office}</strong>
              <div className="quiet small">
                {t.due(formatNumber(language, mandates), formatRupiah(language, own))}
              </div>
            </div>
            <form method="post">
              <OperationField id={`${operation.slice(0, -4)}${placeOf(office)}`} />
              <input type="hidden" name="opd" value={office} />
              <input type="hidden" name="bulan" value={month} />
              <Button small look="plain" aria-label={`${t.prepare} ${office}`}>
                {t.prepare}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Four digits of the office's name, so that each button of the page is an operation of its own. */
function placeOf(office: string): string {
  const sum = Array.from(office).reduce((total, sign) => (total * 31 + sign.codePointAt(0)!) % 65_536, 7);
  return sum.toString(16).padStart(4, "0");
}

function Batches({ page: { list, query, office } }: { readonly page: Data }) {
  const t = useTexts(payrollTexts).list;
  const language = useLanguage();
  const to = useLocalPath();
  const { pathname } = useLocation();
  const isFiltered = query.month !== "" || query.office !== "";
  if (list.total === 0 && !isFiltered)
    return (
      <EmptyState title={t.none}>
        <p>{t.noneNext}</p>
      </EmptyState>
    );
  return (
    <>
      <FilterBar clearHref={isFiltered ? pathname : undefined}>
        <TextField name="bulan" label={t.month} hint={t.monthHint} defaultValue={query.month} width="short" />
        {office === null && <TextField name="opd" label={t.office} defaultValue={query.office} />}
      </FilterBar>
      {list.rows.length === 0 ? (
        <EmptyState title={t.notFound} />
      ) : (
        <Table
          caption={t.caption}
          rows={list.rows}
          keyOf={({ code }) => code}
          columns={[
            {
              key: "month",
              head: t.month,
              cell: ({ code, month, isSupplement }) => (
                <>
                  <a href={to(`/iuran/potongan/${code}`)}>{formatMonth(language, month)}</a>
                  {isSupplement && <span className="quiet small"> {t.supplement}</span>}
                </>
              ),
            },
            ...(office === null
              ? [{ key: "office", head: t.office, cell: (row: (typeof list.rows)[number]) => row.office }]
              : []),
            { key: "state", head: t.state, cell: ({ state }) => <BatchState state={state} /> },
            {
              key: "promised",
              head: t.promised,
              number: true,
              cell: ({ promisedRupiah }) => formatRupiah(language, promisedRupiah),
            },
            {
              key: "deducted",
              head: t.deducted,
              number: true,
              cell: ({ hasResult, deductedRupiah }) =>
                hasResult ? formatRupiah(language, deductedRupiah) : "–",
            },
            {
              key: "matched",
              head: t.matched,
              number: true,
              cell: ({ matchedRupiah }) => formatRupiah(language, matchedRupiah),
            },
          ]}
        />
      )}
      <Pagination page={list.page} pages={list.pages} />
    </>
  );
}
