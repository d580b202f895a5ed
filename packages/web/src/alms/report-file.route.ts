import { getAlmsReport } from "@tuwai/server/alms";
import { publicActor } from "@tuwai/server/app";
import { toCsv } from "@tuwai/server/exports";
import { almsTexts } from "#language/alms.ts";
import { languageOf } from "#language/language.ts";
import { appContext, type Handle } from "#shell";
import type { Route } from "./+types/report-file.route";
import { monthIn } from "./month-in.ts";

export const handle: Handle = { access: "public" };

/** The month's sums by campaign as CSV, of what the page at the same address shows. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { sums, report: t, few } = almsTexts[languageOf(new URL(request.url).pathname)];
  const report = await getAlmsReport(app, publicActor(app.config.regionCode), {
    month: monthIn(params.bulan),
  });
  const names = ["opening", "received", "distributed", "costs", "left"] as const;
  const csv = toCsv(
    {
      columns: [
        { header: t.campaign, kind: "text" },
        ...names.map((name) => ({ header: sums[name], kind: "rupiah" as const })),
        { header: sums.receipts, kind: "text" },
      ],
      rows: report.campaigns.map(({ campaign, sums: of, receipts }) => [
        campaign.title,
        ...names.map((name) => of[name]),
        receipts === "few" ? few : String(receipts),
      ]),
    },
    { separator: ";", hasMark: true },
  );
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="sedekah-${report.month}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
