import { parseMonth } from "@tuwai/domain/time";
import { AppError } from "@tuwai/server/app";
import { exportUnrecorded, type ShownUnrecorded, type UnrecordedWords } from "@tuwai/server/unrecorded";
import { redirect } from "react-router";
import { contributionTexts } from "#language/contributions.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { unrecordedTexts } from "#language/unrecorded.ts";
import { villageNamer } from "#regions";
import { fileAnswer, forUseCase, type Handle, readFileForm } from "#shell";
import type { Route } from "./+types/unrecorded-file.route";

export const handle: Handle = { access: "unrecorded.export" };

/** `POST …/berkas`: the month's list as a file. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const use = forUseCase(context);
  const format = readFileForm(await request.formData());
  const words = wordsIn(language, await villageNamer(...use));
  const file = await exportUnrecorded(...use, { month: params.bulan, format, words });
  return fileAnswer(file.bytes, `belum-tercatat-${params.bulan}-${file.code}`, format);
}

/** Whoever comes here by a link, or back from proving who one is, sees the list first. */
export function loader({ request, params }: Route.LoaderArgs) {
  if (parseMonth(params.bulan) === undefined) throw new AppError("not-found");
  const language = languageOf(new URL(request.url).pathname);
  throw redirect(localPath(language, `/iuran/belum-tercatat?bulan=${encodeURIComponent(params.bulan)}`));
}

function wordsIn(
  language: Language,
  villageOf: (code: string | undefined) => string | undefined,
): UnrecordedWords {
  const t = unrecordedTexts[language];
  const sources = contributionTexts[language].fundSources;
  type Column = readonly [
    string,
    UnrecordedWords["columns"][number]["kind"],
    (row: ShownUnrecorded) => string | number | null,
  ];
  const columns: readonly Column[] = [
    [t.file.code, "text", ({ person }) => person.code ?? null],
    [t.file.name, "text", ({ person }) => person.name ?? null],
    [t.file.village, "text", ({ person }) => villageOf(person.villageCode) ?? null],
    [t.file.month, "text", ({ month }) => month],
    [t.columns.payer, "text", ({ fundSource }) => sources[fundSource]],
    [t.file.office, "text", ({ office }) => office],
    [t.columns.how, "text", ({ paidBy }) => t.ways[paidBy]],
    [t.columns.sum, "rupiah", ({ rupiah }) => rupiah],
  ];
  return {
    sheet: t.file.sheet,
    mark: t.file.mark,
    columns: columns.map(([header, kind, value]) => ({ header, kind, value })),
  };
}
