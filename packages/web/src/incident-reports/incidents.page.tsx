import { incidentKinds, reportStages } from "@tuwai/domain/incident-reports";
import { jakartaDate } from "@tuwai/domain/time";
import { jurisdictionOf, may } from "@tuwai/server/access";
import { type ListedReport, listIncidentReports } from "@tuwai/server/incident-reports";
import { formatDate, formatNumber } from "#language/format.ts";
import { incidentDeskTexts } from "#language/incident-desk.ts";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames, villageNamer } from "#regions";
import { forUseCase, type Handle, pageMeta } from "#shell";
import {
  ButtonLink,
  FilterBar,
  LinkTabs,
  NothingWaits,
  Page,
  Pagination,
  readPage,
  SelectField,
  Table,
  withQuery,
} from "#ui";
import type { Route } from "./+types/incidents.page";
import { StateTag } from "./state-tag.tsx";
import { TimeLeft } from "./time-left.tsx";

export const handle: Handle = { access: "incident_report.list" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const stage = reportStages.find((known) => known === searchParams.get("tahap")) ?? "reported";
  const filter = { villageCode: searchParams.get("desa") ?? "", kind: searchParams.get("jenis") ?? "" };
  const found = await listIncidentReports(app, actor, { ...filter, stage, page: readPage(searchParams) });
  const nameOf = await villageNamer(app, actor);
  return {
    ...found,
    title: incidentDeskTexts[languageOf(pathname)].title,
    stage,
    filter,
    villages: jurisdictionOf(actor.role) === "village" ? [] : await listVillageNames(app, actor),
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
    <Page
      title={t.counts[stage](formatNumber(language, counts[stage]))}
      lead={stage === "reported" ? t.lead : undefined}
      actions={page.mayTake && <ButtonLink href={to("/kejadian/baru")}>{t.intake}</ButtonLink>}
    >
      <LinkTabs
        label={t.stagesLabel}
        choices={reportStages.map((each) => ({
          href: `${to("/kejadian")}${withQuery("", { tahap: each, desa: page.filter.villageCode, jenis: page.filter.kind })}`,
          label: `${t.stages[each]} (${formatNumber(language, counts[each])})`,
          current: each === stage,
        }))}
      />
      <Filters page={page} />
      {page.rows.length === 0 ? (
        <NothingWaits title={t.none} fills={t.fills} />
      ) : (
        <ReportTable rows={page.rows} now={page.now} caption={t.stages[stage]} />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </Page>
  );
}

type PageData = Route.ComponentProps["loaderData"];

/** By village and by what happened; a search by name would put names into addresses. */
function Filters({ page }: { readonly page: PageData }) {
  const t = useTexts(incidentDeskTexts);
  const { kinds } = useTexts(incidentReportTexts);
  const to = useLocalPath();
  const { filter, villages, stage } = page;
  const isSet = filter.villageCode !== "" || filter.kind !== "";
  return (
    <FilterBar keep={{ tahap: stage }} clearHref={isSet ? to(`/kejadian?tahap=${stage}`) : undefined}>
      {villages.length > 0 && (
        <SelectField
          name="desa"
          label={t.columns.village}
          options={[
            { value: "", label: t.all },
            ...villages.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          defaultValue={filter.villageCode}
        />
      )}
      <SelectField
        name="jenis"
        label={t.columns.what}
        options={[
          { value: "", label: t.all },
          ...incidentKinds.map((kind) => ({ value: kind, label: kinds[kind] })),
        ]}
        defaultValue={filter.kind}
      />
    </FilterBar>
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
