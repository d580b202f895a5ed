import { languageOf } from "#language/language.ts";
import { appContext, type Handle } from "#shell";
import type { Route } from "./+types/coverage-csv.route";
import { coverageCsv } from "./coverage-csv.ts";
import { publicHeaders, readPublicCoverage } from "./load-coverage.ts";

export const handle: Handle = { access: "public" };

/** `GET /cakupan.csv`: one line per village, as an Indonesian Excel opens it. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const { coverage, age } = await readPublicCoverage(context.get(appContext));
  return new Response(coverageCsv(coverage, language), {
    headers: {
      ...publicHeaders(),
      ...age,
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="cakupan-desa.csv"',
      "Access-Control-Allow-Origin": "*",
    },
  });
}
