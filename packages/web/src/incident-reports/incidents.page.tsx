import { reportStages } from "@tuwai/domain/incident-reports";
import { jakartaDate } from "@tuwai/domain/time";
import { may } from "@tuwai/server/access";
import { type ListedReport, listIncidentReports } from "@tuwai/server/incident-reports";
import { formatDate, formatNumber } from "#language/format.ts";
import { incidentDeskTexts } from "#language/incident-desk.ts";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { ButtonLink, Headline, LinkTabs, NothingWaits, Pagination, readPage, Table } from "#ui";
import type { Route } from "./+types/incidents.page";
import { StateTag } from "./state-tag.tsx";
import { TimeLeft } from "./time-left.tsx";

export const handle: Handle = { access: "incident_report.list" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const stage = reportStages.find((known) => known === searchParams.get("tahap")) ?? "reported";
  const found = await listIncidentReports(app, actor, { stage, page: readPage(searchParams) });
  const nameOf = await villageNamer(app, actor);
  return {
    ...found,
    title: incidentDeskTexts[languageOf(pathname)].title,
    stage,
    rows: found.rows.map((row) => ({ ...row, village: nameOf(row.villageCode ?? undefined) ?? null })),
    now: app.clock.now().getTime(),
    mayTake: may(actor, "incident_report.take"),
  };
}

export default function IncidentsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(incidentDeskTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { stage, counts } = page;
  return (
    <div className="page">
      <header>
        <Headline
          number={null}
          text={t.counts[stage](formatNumber(language, counts[stage]))}
          note={stage === "reported" ? t.lead : null}
        />
        {page.mayTake && (
          <div className="actions">
            <ButtonLink href={to("/kejadian/baru")}>{t.intake}</ButtonLink>
          </div>
        )}
      </header>
      <LinkTabs
        label={t.stagesLabel}
        choices={reportStages.map((each) => ({
          href: to(`/kejadian?tahap=${each}`),
          label: `${t.stages[each]} (${formatNumber(language, counts[each])})`,
          current: each === stage,
        }))}
      />
      {page.rows.length === 0 ? (
        <NothingWaits title={t.none} fills={t.fills} />
      ) : (
        <ReportTable rows={page.rows} now={page.now} caption={t.stages[stage]} />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </div>
  );
}

type Row = ListedReport & { readonly village: string | null };

function ReportTable({
  rows,
  now,
  caption,
}: {
  readonly rows: readonly Row[];
  readonly now: number;
  readonly caption: string;
}) {
  const t = useTexts(incidentDeskTexts);
  const { kinds } = useTexts(incidentReportTexts);
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "what",
          head: t.columns.what,
          cell: (row) => <a href={to(`/kejadian/${row.id}`)}>{kinds[row.kind]}</a>,
        },
        { key: "village", head: t.columns.village, cell: ({ village }) => village ?? t.noVillage },
        { key: "on", head: t.columns.on, cell: ({ happenedOn }) => formatDate(language, happenedOn) },
        {
          key: "received",
          head: t.columns.received,
          cell: ({ receivedAt }) => formatDate(language, jakartaDate(receivedAt.getTime())),
        },
        { key: "left", head: t.columns.left, cell: (row) => <TimeLeft report={row} now={now} /> },
        { key: "state", head: t.columns.state, cell: (row) => <StateTag report={row} /> },
      ]}
    />
  );
}
