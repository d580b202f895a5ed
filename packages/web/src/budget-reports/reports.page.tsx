import { kindOfCode, parseRegionCode } from "@tuwai/domain/regions";
import { may } from "@tuwai/server/access";
import { listBudgetReports } from "@tuwai/server/budget-reports";
import { data, redirect } from "react-router";
import { readYear, VillageTabs, villageTabsOf } from "#commitments";
import { accountTexts } from "#language/accounts.ts";
import { budgetReportTexts } from "#language/budget-reports.ts";
import { commitmentTexts } from "#language/commitments.ts";
import { formatDate, formatInstant, formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import {
  Button,
  Card,
  Choices,
  EmptyState,
  ErrorSummary,
  FileField,
  type FormErrors,
  Notice,
  optionsOf,
  Page,
  Table,
  Tag,
  TextField,
} from "#ui";
import type { Route } from "./+types/reports.page";
import { DifferenceTables } from "./difference-tables.tsx";
import { receiveReport } from "./hand-in.ts";

export const handle: Handle = { access: "village_commitment.paper" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const year = readYear(searchParams, app);
  const { name, reports } = await listBudgetReports(app, actor, { villageCode: params.desa, year });
  const code = parseRegionCode(params.desa);
  return {
    title: budgetReportTexts[languageOf(pathname)].list.title(name, String(year)),
    village: { code: params.desa, name },
    isWard: code !== undefined && kindOfCode(code) === "kelurahan",
    year,
    tabs: villageTabsOf(actor),
    reports: reports.map(({ fileHash: _hash, ...report }) => report),
    operation: may(actor, "village_commitment.write") ? app.newId() : null,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const year = readYear(searchParams, app);
  const answer = await receiveReport(app, actor, { request, villageCode: params.desa, year, language });
  if ("errors" in answer) return data(answer, 422);
  const t = budgetReportTexts[language].form;
  throw redirect(localPath(language, `/anggaran/komitmen/${params.desa}/laporan/${answer.reportId}`), {
    status: 303,
    headers: flash("ok", answer.isKnown ? t.known : t.done),
  });
}

export default function ReportsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(budgetReportTexts);
  const c = useTexts(commitmentTexts);
  const to = useLocalPath();
  const { code, name } = page.village;
  return (
    <Page
      title={page.title}
      lead={t.list.lead}
      crumbs={[
        { href: to(`/anggaran/komitmen?tahun=${page.year}`), label: c.title },
        { href: to(`/anggaran/komitmen/${code}?tahun=${page.year}`), label: name },
        { label: t.list.link },
      ]}
    >
      <VillageTabs here="reports" village={code} year={page.year} tabs={page.tabs} />
      <ErrorSummary errors={actionData?.errors} />
      {page.isWard && <Notice tone="warn">{t.list.ward}</Notice>}
      {actionData !== undefined && <DifferenceTables refused={actionData} />}
      {page.reports.length === 0 ? (
        !page.isWard &&
        actionData === undefined && (
          <EmptyState title={t.list.none}>
            <p>{page.operation === null ? t.list.noneReader : t.list.noneNext}</p>
          </EmptyState>
        )
      ) : (
        <Reports page={page} />
      )}
      {page.operation !== null && !page.isWard && (
        <HandInForm
          operation={page.operation}
          errors={actionData?.errors ?? {}}
          typed={actionData?.typed ?? {}}
        />
      )}
    </Page>
  );
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

function Reports({ page }: PageData) {
  const t = useTexts(budgetReportTexts);
  const roles = useTexts(accountTexts).roles;
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Table
      caption={t.list.caption(formatNumber(language, page.reports.length))}
      rows={page.reports}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "report",
          head: t.list.columns.report,
          cell: ({ id, stage, hasChange }) => (
            <a href={to(`/anggaran/komitmen/${page.village.code}/laporan/${id}`)}>
              {t.kinds[stage][hasChange ? "changed" : "initial"]}
            </a>
          ),
        },
        {
          key: "paper",
          head: t.list.columns.paper,
          cell: ({ paperNumber, paperOn }) => t.facts.paperOf(paperNumber, formatDate(language, paperOn)),
        },
        {
          key: "handed",
          head: t.list.columns.handed,
          cell: ({ handedRole, handedAt }) => t.list.by(roles[handedRole], formatInstant(language, handedAt)),
        },
        {
          key: "state",
          head: t.list.columns.state,
          cell: ({ confirmedAt }) =>
            confirmedAt === null ? (
              <Tag status="waiting">{t.list.open}</Tag>
            ) : (
              <>
                <Tag status="done">{t.list.confirmed}</Tag>
                <div className="quiet small">{formatInstant(language, confirmedAt)}</div>
              </>
            ),
        },
      ]}
    />
  );
}

type FormProps = {
  readonly operation: string;
  readonly errors: FormErrors;
  readonly typed: Readonly<Record<string, string>>;
};

function HandInForm({ operation, errors, typed }: FormProps) {
  const t = useTexts(budgetReportTexts).form;
  return (
    <Card title={t.title}>
      <form method="post" encType="multipart/form-data" className="form" noValidate>
        <OperationField id={operation} />
        <Choices
          name="jenis"
          label={t.stage}
          value={typed["jenis"]}
          options={optionsOf(t.stages)}
          error={errors["jenis"]}
        />
        <TextField
          name="nomor"
          label={t.number}
          hint={t.numberHint}
          defaultValue={typed["nomor"] ?? ""}
          error={errors["nomor"]}
        />
        <TextField
          name="tanggal"
          label={t.on}
          hint={t.onHint}
          type="date"
          width="middle"
          defaultValue={typed["tanggal"] ?? ""}
          error={errors["tanggal"]}
        />
        <FileField
          name="berkas"
          label={t.file}
          hint={t.fileHint}
          accept=".xlsx,.ods,.csv,.tsv"
          error={errors["berkas"]}
        />
        <div>
          <Button>{t.send}</Button>
        </div>
        <p className="quiet small">{t.typeInstead}</p>
      </form>
    </Card>
  );
}
