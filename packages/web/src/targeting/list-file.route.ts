import { AppError } from "@tuwai/server/app";
import { exportTargetingList, type TargetingWords } from "@tuwai/server/targeting";
import { redirect } from "react-router";
import { contributionTexts } from "#language/contributions.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { targetingTexts } from "#language/targeting.ts";
import { wordOf } from "#language/word-of.ts";
import { listVillageNames } from "#regions";
import { fileAnswer, forUseCase, type Handle, readFileForm } from "#shell";
import type { Route } from "./+types/list-file.route";
import { readListQuery } from "./list-query.ts";

export const handle: Handle = { access: "targeting.list.read" };

/** `POST …/berkas?…filters`: the work list as a file. Looked at without a form it leads to the list. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, search } = new URL(request.url);
  const villages = await listVillageNames(...forUseCase(context));
  if (villages.every(({ code }) => code !== params.desa)) throw new AppError("not-found");
  throw redirect(localPath(languageOf(pathname), `/dasbor/sasaran/${params.desa}${search}`));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const { side, decided } = readListQuery(searchParams);
  const format = readFileForm(await request.formData());
  const words = wordsIn(languageOf(pathname));
  const asked = { villageCode: params.desa, side, decided, format, words };
  const file = await exportTargetingList(...forUseCase(context), asked);
  return fileAnswer(file.bytes, `daftar-kerja-${file.code}`, format);
}

function wordsIn(language: Language): TargetingWords {
  const t = targetingTexts[language].list;
  const work = contributionTexts[language].occupations;
  return {
    sheet: t.file.sheet,
    mark: t.file.mark,
    columns: [
      { header: t.file.name, kind: "text", value: ({ name }) => name },
      { header: t.file.age, kind: "number", value: ({ age }) => age },
      {
        header: t.file.work,
        kind: "text",
        value: ({ workGroup }) => (workGroup === null ? null : wordOf(work, workGroup)),
      },
      { header: t.file.from, kind: "number", value: ({ decileFrom }) => decileFrom },
      { header: t.file.to, kind: "number", value: ({ decileTo }) => decileTo },
      { header: t.file.reach, kind: "text", value: ({ reach }) => t.reaches[reach] },
      { header: t.file.code, kind: "text", value: ({ personCode }) => personCode },
      {
        header: t.file.decision,
        kind: "text",
        value: ({ decision }) => (decision === null ? null : t.decisions[decision.decision]),
      },
    ],
  };
}
