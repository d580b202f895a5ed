import { importKinds } from "@tuwai/domain/intake";
import { AppError } from "@tuwai/server/app";
import { importTemplate } from "@tuwai/server/imports";
import { importTemplateTexts } from "#language/import-template.ts";
import { importTexts } from "#language/imports.ts";
import { languageOf } from "#language/language.ts";
import { forUseCase, type Handle, readFileForm } from "#shell";
import type { Route } from "./+types/template.route";

export const handle: Handle = { access: "import.send" };

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/** `GET /impor/templat/:jenis`: an empty list of a kind to fill in; `?bentuk=csv` for programs that read no workbook. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const kind = importKinds.find((known) => known === params.jenis);
  if (kind === undefined) throw new AppError("not-found");
  const format = readFileForm(searchParams);
  const t = importTemplateTexts[language];
  const words = { howTo: t.howTo, list: t.list, guide: t.guide, required: t.required };
  const bytes = await importTemplate(app, actor, { kind, format, words });
  const name = `${importTexts[language].fresh.template.file(importTexts[language].kinds[kind])}.${format}`;
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": types[format],
      "Content-Disposition": `attachment; filename="templat.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "private, no-store",
    },
  });
}
