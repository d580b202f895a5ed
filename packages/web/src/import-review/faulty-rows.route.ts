import { faultyRowsFile } from "@tuwai/server/import-review";
import { importStepTexts } from "#language/import-steps.ts";
import { languageOf } from "#language/language.ts";
import { forUseCase, type Handle } from "#shell";
import { villageNamer } from "#regions";
import type { Route } from "./+types/faulty-rows.route";
import { sayIssue } from "#imports";

export const handle: Handle = { access: "import.send" };

/** `GET /impor/:kode/baris-bermasalah.xlsx`: the rows to repair, in the sender's own layout. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const t = importStepTexts[language].check;
  const villageName = await villageNamer(app, actor);
  const { fileName, bytes } = await faultyRowsFile(app, actor, {
    batchId: params.kode.toUpperCase(),
    words: {
      sheet: t.sheet,
      problem: t.problem,
      repair: t.repair,
      sentences: (issue) => sayIssue(language, issue, villageName),
    },
  });
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="impor.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "private, no-store",
    },
  });
}
