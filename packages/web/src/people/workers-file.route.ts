import { redirect } from "react-router";
import { exportPurposes, type ExportWords, exportWorkers, type ShownWorker } from "@tuwai/server/workers";
import { wordOf } from "#language/word-of.ts";
import { contributionTexts } from "#language/contributions.ts";
import { languageOf, localPath, type Language } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { workerFormTexts } from "#language/worker-forms.ts";
import { fileAnswer, forUseCase, formText, readFileForm, readSearch, type Handle } from "#shell";
import type { Route } from "./+types/workers-file.route";
import { readWorkerQuery } from "./worker-query.ts";

export const handle: Handle = { access: "worker.export" };

/** `POST /pekerja/berkas?…filters`: the file. Looked at without a form it leads to the page that asks why. */
export async function loader({ request, context }: Route.LoaderArgs) {
  readSearch({ request, context });
  const { pathname, search } = new URL(request.url);
  throw redirect(localPath(languageOf(pathname), `/pekerja/ekspor${search}`));
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const { text, isGone } = readSearch({ request, context });
  if (isGone) throw redirect(localPath(language, `/pekerja${search}`), 303);
  const form = await request.formData();
  const purpose = exportPurposes.find((known) => known === formText(form, "tujuan"));
  if (purpose === undefined) {
    const query = new URLSearchParams(search);
    query.set("kurang", "ya");
    throw redirect(localPath(language, `/pekerja/ekspor?${query}`), 303);
  }
  const format = readFileForm(form);
  const query = readWorkerQuery(searchParams, text);
  const file = await exportWorkers(app, actor, { query, purpose, format, words: wordsIn(language) });
  return fileAnswer(file.bytes, `pekerja-${file.code}`, format);
}

/** Every column a role may have; what it may not see is empty, as on the screen it is absent. */
function wordsIn(language: Language): ExportWords {
  const t = peopleTexts[language];
  const c = contributionTexts[language];
  const columns: readonly (readonly [string, (worker: ShownWorker) => string | null])[] = [
    [t.columns.code, ({ code }) => code ?? null],
    [t.columns.name, ({ fullName }) => fullName ?? null],
    [t.columns.village, ({ village }) => village?.name ?? null],
    [t.columns.age, ({ ageBand }) => word(t.ages, ageBand)],
    [t.columns.occupation, ({ occupationGroup }) => word(c.occupations, occupationGroup)],
    [t.columns.stage, ({ stage }) => word(t.stages, stage)],
    [t.columns.cover, ({ coverageStatus }) => word(c.coverStates, coverageStatus)],
    [t.columns.paid, ({ paidUntil }) => paidUntil ?? null],
    [t.columns.payer, ({ fundSource }) => word(c.fundSources, fundSource)],
  ];
  return {
    sheet: t.title,
    mark: workerFormTexts[language].exporting.mark,
    columns: columns.map(([header, value]) => ({ header, value })),
  };
}

function word(words: object, value: string | null | undefined): string | null {
  return value === undefined || value === null ? null : wordOf(words, value);
}
