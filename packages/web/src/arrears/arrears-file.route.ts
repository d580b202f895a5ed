import { monthOf } from "@tuwai/domain/time";
import { type ArrearsWords, exportArrears, type ListedArrears } from "@tuwai/server/arrears";
import { redirect } from "react-router";
import { arrearsTexts } from "#language/arrears.ts";
import { contributionTexts } from "#language/contributions.ts";
import { formatMonth } from "#language/format.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { wordOf } from "#language/word-of.ts";
import { listVillageNames } from "#regions";
import { fileAnswer, forUseCase, type Handle, readFileForm } from "#shell";
import type { Route } from "./+types/arrears-file.route";
import { filterOf, readArrearsQuery } from "./arrears-query.ts";

export const handle: Handle = { access: "arrears.export" };

/** `POST …/berkas?…filters`: the board as a file. Looked at without a form, or after proving who one is, it leads to the board. */
export function loader({ request }: Route.LoaderArgs) {
  const { pathname, search } = new URL(request.url);
  throw redirect(localPath(languageOf(pathname), `/kepesertaan/tunggakan${search}`));
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const use = forUseCase(context);
  const names = new Map<string, string>(
    (await listVillageNames(...use)).map(({ code, name }) => [code, name]),
  );
  const filter = filterOf(readArrearsQuery(searchParams, use[0].clock.today()), names);
  const format = readFileForm(await request.formData());
  const file = await exportArrears(...use, { ...filter, format, words: wordsIn(language, names) });
  return fileAnswer(file.bytes, `tunggakan-${file.code}`, format);
}

/** Every column a role may have; what it may not see is empty, as on the screen it is absent. */
function wordsIn(language: Language, villages: ReadonlyMap<string, string>): ArrearsWords {
  const t = arrearsTexts[language];
  const c = contributionTexts[language];
  type Column = readonly [
    string,
    ArrearsWords["columns"][number]["kind"],
    (row: ListedArrears) => string | number | null,
  ];
  const columns: readonly Column[] = [
    [t.file.code, "text", ({ person }) => person.code ?? null],
    [t.file.name, "text", ({ person }) => person.name ?? null],
    [t.village, "text", ({ person }) => villages.get(person.villageCode ?? "") ?? null],
    [
      t.payer,
      "text",
      ({ fundSource }) => (fundSource === "nobody" ? t.nobody : wordOf(c.fundSources, fundSource)),
    ],
    [t.cause, "text", ({ cause }) => t.causes[cause]],
    [t.paidColumn, "text", ({ paidUntil }) => formatMonth(language, monthOf(paidUntil))],
    [t.file.owedMonths, "number", ({ owedMonths }) => owedMonths],
    [t.file.arrears, "rupiah", ({ arrearsRupiah }) => arrearsRupiah],
    [t.file.safeDay, "date", ({ safeRescueDay }) => safeRescueDay],
    [t.file.lastDay, "date", ({ lastRescueDay }) => lastRescueDay],
    [t.file.endsOn, "date", ({ endsOn }) => endsOn],
    [t.file.natural, "rupiah", ({ naturalRupiah }) => naturalRupiah],
    [t.file.accident, "rupiah", ({ accidentRupiah }) => accidentRupiah],
    [t.file.rescue, "text", ({ rescueWay }) => (rescueWay === null ? null : t.ways[rescueWay])],
  ];
  return {
    sheet: t.file.sheet,
    mark: t.file.mark,
    columns: columns.map(([header, kind, value]) => ({ header, kind, value })),
  };
}
