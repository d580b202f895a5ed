import { listVisits } from "@tuwai/server/corrections";
import { correctionTexts } from "#language/corrections.ts";
import { formatDate, formatInstant, formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { parseCivilDate } from "@tuwai/domain/time";
import { villageNamer } from "#regions";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { Notice, Page, readPage, Table } from "#ui";
import type { Route } from "./+types/print-visits.page";
import { choicesOf } from "./field-choices.ts";
import { askedVillage, askedVisit, visitNames } from "./visit-query.ts";

export const handle: Handle = { access: "worker.update" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

/** One sheet of the list: twenty people, blanks to fill in by hand, and no number of anybody. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const reason = askedVisit(searchParams);
  const village = askedVillage(searchParams);
  const found = await listVisits(app, actor, { reason, ...village, page: readPage(searchParams) });
  const nameOf = await villageNamer(app, actor);
  const place = nameOf(actor.scope ?? village.villageCode) ?? "";
  return {
    title: correctionTexts[language].visits.printTitle(place),
    back: `/pekerja/lapangan?daftar=${visitNames[reason]}${village.villageCode === undefined ? "" : `&desa=${village.villageCode}`}`,
    page: found.page,
    pages: found.pages,
    printed: formatInstant(language, app.clock.now()),
    rows: found.rows.map((row, at) => ({ ...row, number: (found.page - 1) * 20 + at + 1 })),
  };
}

/** A box to tick for each answer; undefined where an answer is written. */
const boxesOf = (choices: Readonly<Record<string, string>> | undefined): string | undefined =>
  choices &&
  Object.values(choices)
    .map((word) => `☐ ${word}`)
    .join(" ");

const blank = "………………………………";

export default function PrintVisitsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(correctionTexts);
  const v = t.visits;
  const language = useLanguage();
  const to = useLocalPath();
  const c = v.columns;
  return (
    <Page title={page.title} lead={v.sheet(page.page, page.pages, page.printed)}>
      <p className="no-print">
        <a href={to(`${page.back}&hal=${page.page}`)}>{v.back}</a>. {v.printHint}
      </p>
      <Notice tone="warn">{v.personal}</Notice>
      <Table
        caption={page.title}
        rows={page.rows}
        keyOf={({ code }) => code}
        columns={[
          {
            key: "person",
            head: c.person,
            cell: ({ name, code, number }) => (
              <>
                {formatNumber(language, number)}. {name}
                <div className="quiet small">{code}</div>
              </>
            ),
          },
          {
            key: "birthDate",
            head: c.birthDate,
            cell: ({ birthDate }) => {
              const day = parseCivilDate(birthDate ?? "");
              return day === undefined ? t.nothing : formatDate(language, day);
            },
          },
          { key: "address", head: c.address, cell: ({ address }) => address ?? t.nothing },
          {
            key: "ask",
            head: c.ask,
            cell: ({ missing }) => (
              <ul>
                {missing.map((field) => (
                  <li key={field}>
                    {t.fields[field]}: {boxesOf(choicesOf(t, field)) ?? blank}
                  </li>
                ))}
              </ul>
            ),
          },
          { key: "sign", head: c.sign, cell: () => blank },
        ]}
      />
    </Page>
  );
}
