import { redirect } from "react-router";
import { exportTrail } from "@tuwai/server/trail";
import { listVillageNames } from "#regions";
import { languageOf, localPath } from "#language/language.ts";
import { trailTexts } from "#language/trail.ts";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/trail-file.route";
import { sayEntry, type SaidEntry } from "./say-entry.ts";
import { readTrailQuery } from "./trail-query.ts";

export const handle: Handle = { access: "audit.read" };

/** `POST /admin/jejak/berkas?…filters`: the file. Looked at without a form it leads to the page. */
export async function loader({ request }: Route.LoaderArgs) {
  const { pathname, search } = new URL(request.url);
  throw redirect(localPath(languageOf(pathname), `/admin/jejak${search}`));
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const t = trailTexts[language];
  const use = forUseCase(context);
  const places = new Map<string, string>(
    (await listVillageNames(...use)).map(({ code, name }) => [code, name]),
  );
  const columns: readonly (readonly [string, (said: SaidEntry) => string])[] = [
    [t.columns.at, ({ at }) => at],
    [t.columns.who, ({ who }) => who],
    [t.role, ({ capacity }) => capacity],
    [t.columns.what, ({ what }) => what],
    [t.columns.result, ({ result }) => t.results[result]],
    [t.columns.count, ({ times }) => String(times)],
    [t.columns.object, ({ object }) => object],
    [t.columns.details, ({ details }) => details],
  ];
  const file = await exportTrail(...use, {
    query: readTrailQuery(searchParams),
    words: {
      columns: columns.map(([header, value]) => ({
        header,
        value: (entry) => value(sayEntry(language, places, entry, 0)),
      })),
    },
  });
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="jejak-${file.code}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
