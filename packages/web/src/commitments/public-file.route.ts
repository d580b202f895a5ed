import { AppError, publicActor } from "@tuwai/server/app";
import { readPublicCommitments } from "@tuwai/server/commitments";
import { toCsv } from "@tuwai/server/exports";
import { commitmentTexts } from "#language/commitments.ts";
import { languageOf } from "#language/language.ts";
import { appContext, type Handle } from "#shell";
import type { Route } from "./+types/public-file.route";
import { publicRows, readPublicQuery } from "./public-query.ts";
import { askedYear } from "./read-year.ts";

export const handle: Handle = { access: "public" };

/** The public table as CSV, of what the page at the same address shows; not found while no year is locked. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const t = commitmentTexts[languageOf(pathname)];
  const app = context.get(appContext);
  const found = await readPublicCommitments(app, publicActor(app.config.regionCode), askedYear(searchParams));
  if (found === null) throw new AppError("not-found");
  const query = readPublicQuery(searchParams);
  const stages = ["need", "promised", "budgeted", "paid"] as const;
  const isRounded = (stage: string) => query.isVulnerable && (stage === "need" || stage === "paid");
  const csv = toCsv(
    {
      columns: [
        { header: "kode", kind: "text" },
        { header: t.columns.village, kind: "text" },
        ...stages.map((stage) => ({
          header: isRounded(stage) ? t.open.rounded(t.columns[stage]) : t.columns[stage],
          kind: "rupiah" as const,
        })),
        { header: t.open.status, kind: "text" },
        { header: t.open.year, kind: "number" },
      ],
      rows: publicRows(found.villages, query).map((village) => [
        village.villageCode,
        village.name,
        ...stages.map((stage) => village[stage]),
        t.statuses[village.status],
        found.year,
      ]),
    },
    { separator: ";", hasMark: true },
  );
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="komitmen-${query.isVulnerable ? "rentan-" : ""}${found.year}-${found.asOf}.csv"`,
      "Cache-Control": "public, max-age=2",
    },
  });
}
