import { AppError } from "@tuwai/server/app";
import { getCity } from "@tuwai/server/regions";
import { releaseFile } from "@tuwai/server/releases";
import { formatMonth } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { releaseTexts } from "#language/releases.ts";
import { sourceInWords } from "#language/source-words.ts";
import { appContext, type Handle } from "#shell";
import type { Route } from "./+types/release-file.route";
import { loadRelease } from "./load-releases.ts";

export const handle: Handle = { access: "public" };

/** A file of a release: one of its tables, its metadata, or all of them. It never changes, so it may be kept for long. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const language = languageOf(new URL(request.url).pathname);
  const t = releaseTexts[language];
  const release = await loadRelease(app, params.bulan);
  const month = formatMonth(language, release.month);
  const readme = t.readme(getCity(app.config).name, month, release.citationCode);
  const source = (name: string) => sourceInWords(language, name);
  const file = await releaseFile(release, params.berkas, { columns: t.columns, readme, source });
  if (file === undefined) throw new AppError("not-found");
  return new Response(Uint8Array.from(file.bytes), {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `attachment; filename="${file.name}"`,
      // Notices may be added, so an hour and not for ever.
      "Cache-Control": "public, max-age=3600",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
