import { chartNames } from "@tuwai/domain/dashboards";
import { scopeOf, may } from "@tuwai/server/access";
import { writeChartNote } from "@tuwai/server/dashboards";
import { getCity } from "@tuwai/server/regions";
import { redirect } from "react-router";
import { drawVillages } from "#cities";
import { accountTexts } from "#language/accounts.ts";
import { dashboardTexts } from "#language/dashboards.ts";
import { formatDate, formatMonth, formatPercent } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, pageMeta, readOperationId } from "#shell";
import { ButtonLink, Disclosure, EmptyState, Page } from "#ui";
import { forecastFinding, trendOf, trendWords } from "#planning";
import type { Route } from "./+types/dashboard.page";
import { actRows } from "./act-rows.ts";
import { ActCard } from "./act-card.tsx";
import { type Charted, isNewest } from "./chart-words.ts";
import { DashboardChart } from "./dashboard-chart.tsx";
import { dashboardFilters, filteredPath } from "./dashboard-filters.ts";
import { DashboardFiltersView } from "./dashboard-filters-view.tsx";
import { drawnCharts } from "./drawn-charts.ts";
import { loadDashboard } from "./load-dashboard.ts";
import { stageLinks } from "./stage-links.ts";
import { readVillageQuery, villageForms } from "./village-forms.ts";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "dashboard.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const chosen = filteredPath(new URL(request.url));
  if (chosen !== null) throw redirect(chosen);
  const charted = await loadDashboard({ request, context, params });
  const { dashboard, language } = charted;
  const { place, seesPersons } = dashboard;
  const t = dashboardTexts[language];
  const city = getCity(app.config);
  const query = readVillageQuery(new URL(request.url).searchParams);
  const name =
    place.level === "village"
      ? place.name!
      : place.level === "kecamatan"
        ? t.kecamatan(place.name!)
        : city.name;
  return {
    title: t.title(name),
    isCounted: dashboard.countedAt !== null,
    lead: (isNewest(dashboard) ? t.lead : t.leadEarlier)(
      formatMonth(language, dashboard.lastMonth),
      formatDate(language, dashboard.today),
    ),
    growing: growing(charted),
    acts: isNewest(dashboard) ? actRows(charted, actor) : null,
    charts: drawnCharts(charted),
    village: villageForms(charted, {
      query,
      tiles: city.tiles,
      drawing: query.view === "peta" ? drawVillages(city) : null,
    }),
    notes: dashboard.notes.map(({ id, chart, text, writtenRole, writtenAt }) => ({
      id,
      chart,
      text,
      by: t.note.by(accountTexts[language].roles[writtenRole], formatDate(language, writtenAt.toISOString())),
    })),
    mayNote: may(actor, "chart_note.write"),
    operation: app.newId(),
    trend: dashboard.forecast && {
      data: trendOf(dashboard.forecast),
      words: trendWords(dashboard.forecast, language),
      finding: forecastFinding(dashboard.forecast, language),
      marks: dashboard.forecast.marks,
    },
    filters: dashboardFilters(charted, {
      scope: scopeOf(actor, "dashboard.read"),
      kecamatan: city.kecamatan,
    }),
    stages: stageLinks(charted, actor),
    links: linksOf(charted, {
      highlights: may(actor, "highlight.read"),
      report: may(actor, "monthly_report.read"),
    }),
    filePlace: {
      kecamatan: place.kecamatanCode,
      desa: place.villageCode,
      bulan: isNewest(dashboard) ? null : dashboard.lastMonth,
    },
    isSummary: !seesPersons,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const { language, path } = placeOf(request);
  const t = dashboardTexts[language].note;
  const chart = formText(form, "grafik");
  const answer = await writeChartNote(app, actor, {
    operationId: readOperationId(form, app),
    kecamatanCode: params.kecamatan,
    villageCode: params.desa,
    chart,
    text: formText(form, "catatan"),
  });
  const known = chartNames.find((one) => one === chart) ?? "";
  throw redirect(`${path}#${known}`, {
    status: 303,
    headers: answer.outcome === "written" ? flash("ok", t.written) : flash("warn", t.refused[answer.reason]),
  });
}

function placeOf(request: Request) {
  const { pathname } = new URL(request.url);
  return { language: languageOf(pathname), path: pathname.replace(/\.data$/, "") };
}

/** How far the months that are still growing usually are by today. */
function growing({ dashboard, language }: Charted): readonly string[] {
  const t = dashboardTexts[language];
  return dashboard.months
    .filter(({ month }) => month > dashboard.lastMonth)
    .map(({ month }) => {
      const known = dashboard.arrived.find((one) => one.month === month)?.usually;
      const name = formatMonth(language, month);
      return known === undefined
        ? t.growingUnknown(name)
        : t.growing(name, formatPercent(language, known.share * 100, 0), String(known.months));
    });
}

function linksOf(
  { dashboard: { place }, language }: Charted,
  shown: { readonly highlights: boolean; readonly report: boolean },
): readonly { readonly href: string; readonly label: string }[] {
  const t = dashboardTexts[language];
  if (place.level !== "city") return [];
  return [
    ...(shown.highlights ? [{ href: localPath(language, "/sorot"), label: t.toHighlights }] : []),
    ...(shown.report ? [{ href: localPath(language, "/laporan"), label: t.toReports }] : []),
  ];
}

export default function DashboardPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(dashboardTexts);
  if (!page.isCounted)
    return (
      <Page title={page.title}>
        <EmptyState title={t.never} />
      </Page>
    );
  return (
    <Page
      title={page.title}
      lead={page.lead}
      actions={page.links.map(({ href, label }) => (
        <ButtonLink key={href} look="plain" href={href}>
          {label}
        </ButtonLink>
      ))}
    >
      <DashboardFiltersView filters={page.filters} />
      {page.growing.map((sentence) => (
        <p key={sentence} className="quiet small">
          {sentence}
        </p>
      ))}
      {page.acts !== null && <ActCard acts={page.acts} />}
      <nav className="no-print" aria-label={t.findings(String(page.charts.length))}>
        <Disclosure summary={t.findings(String(page.charts.length))}>
          <ul>
            {page.charts.map(({ name, title }) => (
              <li key={name}>
                <a href={`#${name}`}>{title}</a>
              </li>
            ))}
          </ul>
        </Disclosure>
      </nav>
      <div className="charts">
        {page.charts.map((spec) => (
          <DashboardChart key={spec.name} spec={spec} page={page} />
        ))}
      </div>
    </Page>
  );
}
