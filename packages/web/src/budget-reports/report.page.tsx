import { may } from "@tuwai/server/access";
import { AppError, isAppError, isUuid } from "@tuwai/server/app";
import { confirmBudgetReport, getBudgetReport } from "@tuwai/server/budget-reports";
import { data, redirect } from "react-router";
import { accountTexts } from "#language/accounts.ts";
import { budgetReportTexts } from "#language/budget-reports.ts";
import { formatDate, formatInstant, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, Card, DescriptionList, Disclosure, ErrorSummary, Notice, Page } from "#ui";
import type { Route } from "./+types/report.page";
import { AssignForm } from "./assign-form.tsx";
import { ReportGroups } from "./report-groups.tsx";
import { ReportLines } from "./report-lines.tsx";
import { groupsShown, saidIn } from "./shown-group.ts";

export const handle: Handle = { access: "village_commitment.paper" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const t = budgetReportTexts[languageOf(pathname)];
  const [app, actor] = forUseCase(context);
  if (!isUuid(params.laporan)) throw new AppError("not-found", { object: "report" });
  const said = saidIn(searchParams);
  const { plan, groups, ...report } = await getBudgetReport(app, actor, { reportId: params.laporan, said });
  if (report.villageCode !== params.desa) throw new AppError("not-found", { object: "report" });
  const kind = t.kinds[report.stage][report.hasChange ? "changed" : "initial"];
  return {
    ...report,
    kind,
    title: t.one.title(kind, report.village, String(report.year)),
    shown: groupsShown({ plan, groups, hasChange: report.hasChange }),
    asked:
      plan === null ? null : { unclear: plan.unclear, offered: plan.offered, unassigned: plan.unassigned },
    taking: plan?.groups.filter(({ step }) => step.outcome === "takes").length ?? 0,
    said,
    seen: plan?.seen ?? "",
    operation: may(actor, "village_commitment.write") ? app.newId() : null,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const t = budgetReportTexts[language].confirm;
  const [app, actor] = forUseCase(context);
  if (!isUuid(params.laporan)) throw new AppError("not-found", { object: "report" });
  const form = await request.formData();
  const refuse = (reason: keyof typeof t.reasons) => data({ errors: { "": t.reasons[reason] } }, 422);
  try {
    const answer = await confirmBudgetReport(app, actor, {
      operationId: readOperationId(form, app),
      reportId: params.laporan,
      said: saidIn(searchParams),
      seen: formText(form, "lihat"),
    });
    if (answer.outcome === "refused") return refuse(answer.reason);
    throw redirect(localPath(language, `/anggaran/komitmen/${params.desa}/laporan/${params.laporan}`), {
      status: 303,
      headers: flash("ok", t.done(formatNumber(language, answer.groups.length))),
    });
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return refuse("stale");
    throw error;
  }
}

export default function ReportPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(budgetReportTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const promised = page.shown.filter((group) => group.promised !== null && group.budgeted !== null);
  const short = promised.filter(({ short: by }) => by > 0);
  const missing = short.reduce((sum, { short: by }) => sum + by, 0);
  const lead =
    promised.length === 0
      ? t.one.leadNone
      : short.length === 0
        ? t.one.leadMet(formatNumber(language, promised.length))
        : t.one.leadShort(formatNumber(language, short.length), formatRupiah(language, missing));
  const village = `/anggaran/komitmen/${page.villageCode}`;
  return (
    <Page
      title={page.title}
      lead={lead}
      crumbs={[
        { href: to(`${village}?tahun=${page.year}`), label: page.village },
        { href: to(`${village}/laporan?tahun=${page.year}`), label: t.list.link },
        { label: page.kind },
      ]}
    >
      <ErrorSummary errors={actionData?.errors} />
      {page.asked !== null && page.asked.unassigned.length > 0 && (
        <Notice tone="warn">{t.assign.must(formatNumber(language, page.asked.unassigned.length))}</Notice>
      )}
      <ReportGroups
        groups={page.shown}
        hasChange={page.hasChange}
        stage={page.stage}
        villageCode={page.villageCode}
        year={page.year}
      />
      {page.asked !== null && page.operation !== null && (
        <>
          <AssignForm
            asked={page.asked}
            groups={page.shown.map(({ group }) => group)}
            hasChange={page.hasChange}
            said={page.said}
          />
          <ConfirmForm page={page} operation={page.operation} />
        </>
      )}
      <Facts page={page} />
      <Disclosure summary={t.lines.title(formatNumber(language, page.lines.length))}>
        <ReportLines lines={page.lines} hasChange={page.hasChange} />
      </Disclosure>
    </Page>
  );
}

/** Eight signs at a time, as people compare them; a narrow screen breaks between. */
const inGroups = (hash: string): string => (hash.match(/.{1,8}/g) ?? []).join(" ");

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

function ConfirmForm({ page, operation }: PageData & { readonly operation: string }) {
  const t = useTexts(budgetReportTexts).confirm;
  const language = useLanguage();
  if ((page.asked?.unassigned.length ?? 0) > 0) return null;
  const groups = formatNumber(language, page.taking);
  return (
    <Card title={t.title}>
      {page.taking === 0 ? (
        <p>{t.nothing}</p>
      ) : (
        <form method="post" className="form" noValidate>
          <p>{t.lead(groups)}</p>
          <OperationField id={operation} />
          <input type="hidden" name="lihat" value={page.seen} />
          <div>
            <Button>{t.save(groups)}</Button>
          </div>
        </form>
      )}
    </Card>
  );
}

function Facts({ page }: PageData) {
  const texts = useTexts(budgetReportTexts);
  const roles = useTexts(accountTexts).roles;
  const t = texts.facts;
  const language = useLanguage();
  const to = useLocalPath();
  const by = (role: keyof typeof roles, at: Date) => texts.list.by(roles[role], formatInstant(language, at));
  const { confirmedRole, confirmedAt } = page;
  return (
    <Card title={t.title}>
      <DescriptionList
        facts={[
          { name: t.paper, value: t.paperOf(page.paperNumber, formatDate(language, page.paperOn)) },
          { name: t.check, value: t.checked(formatNumber(language, page.lines.length)) },
          {
            name: t.file,
            value: (
              <a href={to(`/anggaran/komitmen/${page.villageCode}/laporan/${page.id}/berkas`)}>
                {t.download(page.fileName)}
              </a>
            ),
          },
          { name: t.hash, value: <code className="small">{inGroups(page.hash)}</code> },
          { name: t.handed, value: by(page.handedRole, page.handedAt) },
          {
            name: t.confirmed,
            value: confirmedRole === null || confirmedAt === null ? t.notYet : by(confirmedRole, confirmedAt),
          },
        ]}
      />
    </Card>
  );
}
