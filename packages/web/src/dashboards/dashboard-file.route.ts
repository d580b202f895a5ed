import { redirect } from "react-router";
import { AppError } from "@tuwai/server/app";
import { type ExportColumn, writeTable } from "@tuwai/server/exports";
import { type ChartSpec, drawShareCard, withNotice } from "#charts";
import { accountTexts } from "#language/accounts.ts";
import { dashboardTexts } from "#language/dashboards.ts";
import { formatDate } from "#language/format.ts";
import { localPath } from "#language/language.ts";
import { appContext, fileAnswer, type Handle, readFileForm } from "#shell";
import { getCity } from "@tuwai/server/regions";
import type { Route } from "./+types/dashboard-file.route";
import { chartsOf } from "./charts-of.ts";
import { cardOf, type Charted } from "./chart-words.ts";
import { loadDashboard } from "./load-dashboard.ts";
import { placePath } from "./place-path.ts";

export const handle: Handle = { access: "dashboard.read" };

/** `GET /dasbor/berkas?grafik=tren&bentuk=xlsx&kecamatan=…`: one chart of the reader's area as a table or a picture. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const place = (name: string) => searchParams.get(name) ?? undefined;
  const params = { kecamatan: place("kecamatan"), desa: place("desa") };
  const charted = await loadDashboard({ request, context, params });
  if (!searchParams.has("grafik"))
    throw redirect(localPath(charted.language, placePath(charted.dashboard.place)), 303);
  const form = searchParams.get("bentuk");
  const isCard = form === "kartu";
  const spec = chartsOf(isCard ? cardOf(charted) : charted).find(
    ({ name }) => name === searchParams.get("grafik"),
  );
  if (spec === undefined) throw new AppError("not-found");
  const city = getCity(context.get(appContext).config).name;
  const name = fileName(charted, spec, city);
  const { internal } = dashboardTexts[charted.language];
  if (form === "svg" && spec.draw !== null) return picture(withNotice(spec.draw("wide"), internal), name);
  if (isCard)
    return picture(
      drawShareCard({
        title: spec.title,
        facts: spec.facts,
        notice: internal,
        place: charted.dashboard.place.name ?? city,
        mark: dashboardTexts[charted.language].mark(formatDate(charted.language, charted.dashboard.today)),
      }),
      `${name}_kartu`,
    );
  const format = readFileForm(searchParams);
  const writtenAt = context.get(appContext).clock.now().getTime();
  const table = tableOf(charted, spec);
  const sheet = dashboardTexts[charted.language].sheet;
  return fileAnswer(await writeTable(table, { format, sheet, title: spec.title, writtenAt }), name, format);
}

const kinds: Readonly<Record<ChartSpec["table"]["columns"][number]["kind"], ExportColumn["kind"]>> = {
  text: "text",
  number: "number",
  rupiah: "rupiah",
  percent: "number",
};

/** The table with what people wrote beside it below, so that a file carries how it is read. */
function tableOf({ dashboard, language }: Charted, { name, table }: ChartSpec) {
  const t = dashboardTexts[language];
  const notes = dashboard.notes.filter(({ chart }) => chart === name);
  return {
    columns: table.columns.map(({ header, kind }) => ({ header, kind: kinds[kind] })),
    rows: [
      ...table.rows,
      ...notes.map(({ text, writtenRole, writtenAt }) => [
        `${t.noteInFile}: ${text} (${accountTexts[language].roles[writtenRole]}, ${formatDate(language, writtenAt.toISOString())})`,
      ]),
      [t.internal],
    ],
  };
}

/** "tahap_pariaman-utara_2026-11" */
function fileName({ dashboard: { place, today } }: Charted, { name }: ChartSpec, city: string): string {
  const words = (place.name ?? city).toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return `${name}_${words}_${today.slice(0, 7)}`;
}

function picture(svg: string, name: string): Response {
  return new Response(svg, {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.svg"`,
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
      "Cache-Control": "private, no-store",
    },
  });
}
