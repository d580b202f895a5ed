import { getMonthlyReport } from "@tuwai/server/dashboards";
import { drawReport, type ReportPart } from "@tuwai/server/documents";
import { getCity } from "@tuwai/server/regions";
import { type ChartSpec, sayCell } from "#charts";
import { formatDate, formatMonth } from "#language/format.ts";
import { type Language, languageOf } from "#language/language.ts";
import { reportTexts } from "#language/reports.ts";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/report-file.route";
import { chartsOf } from "./charts-of.ts";

export const handle: Handle = { access: "monthly_report.read" };

/** `GET /laporan/2026-10/berkas`: the report of a month as PDF. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const dashboard = await getMonthlyReport(app, actor, { month: params.bulan });
  const language = languageOf(new URL(request.url).pathname);
  const t = reportTexts[language].paper;
  const city = getCity(app.config).name;
  const day = formatDate(language, dashboard.today);
  const charts = chartsOf({ dashboard, language });
  const pdf = await drawReport(
    {
      title: t.title(city, formatMonth(language, params.bulan)),
      author: city,
      language,
      lead: [t.known(day)],
      mark: t.mark(dashboard.snapshot, day),
      parts: charts.map((spec) => partOf(spec, language)),
    },
    app.clock.now(),
  );
  return new Response(pdf, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="laporan_${params.bulan}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** The typeface of the paper in the place of the screen's. */
const paperType = (svg: string): string =>
  svg.replace(/font-family="[^"]*"/, 'font-family="Libertinus Serif"');

function partOf({ title, facts, draw, table }: ChartSpec, language: Language): ReportPart {
  return {
    title,
    facts,
    svg: draw === null ? null : paperType(draw("wide")),
    head: table.columns.map(({ header }) => header),
    numeric: table.columns.flatMap(({ kind }, at) => (kind === "text" ? [] : [at])),
    rows: table.rows.map((row) =>
      table.columns.map((column, at) => sayCell(language, column, row[at] ?? null)),
    ),
  };
}
