import { printEndorsement } from "@tuwai/server/endorsements";
import { wordOf } from "#language/word-of.ts";
import { contributionTexts } from "#language/contributions.ts";
import { eligibilityTexts } from "#language/eligibility.ts";
import { formatInstant, formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { Notice, Page, Table } from "#ui";
import type { Route } from "./+types/print.page";
import styles from "./print.module.css";

export const handle: Handle = { access: "list_decision.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

/** Everybody on the list on one page, numbered, for a folder and two signatures. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const { people, ...list } = await printEndorsement(app, actor, { endorsementId: params.id });
  return {
    title: eligibilityTexts[language].print.title(list.villageName),
    id: list.id,
    code: list.code,
    state: list.state,
    excluded: list.excluded,
    printed: formatInstant(language, app.clock.now()),
    people: people.map((person, at) => ({ ...person, number: at + 1 })),
  };
}

export default function PrintPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(eligibilityTexts);
  const { occupations } = useTexts(contributionTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const c = t.print.columns;
  const number = (value: number): string => formatNumber(language, value);
  return (
    <Page title={page.title} lead={t.list.howMany(number(page.people.length), number(page.excluded))}>
      <p className="no-print">
        <a href={to(`/penetapan/${page.id}`)}>{t.print.back}</a>. {t.print.hint}
      </p>
      <Notice tone="warn">{t.print.personal}</Notice>
      <p>
        {page.code} · {t.states[page.state]} · {t.print.printed(page.printed)}
      </p>
      <p>{t.list.howChosen}</p>
      <Table
        caption={t.print.caption(number(page.people.length))}
        rows={page.people}
        keyOf={({ id }) => id}
        columns={[
          { key: "person", head: c.person, cell: ({ name }) => name ?? t.list.nobody },
          { key: "number", head: c.number, number: true, cell: (row) => number(row.number) },
          { key: "code", head: c.code, cell: ({ code }) => code },
          {
            key: "age",
            head: c.age,
            number: true,
            cell: ({ age }) => age ?? t.candidates.unknownAge,
          },
          {
            key: "work",
            head: c.work,
            cell: ({ occupationGroup }) =>
              occupationGroup ? wordOf(occupations, occupationGroup) : t.candidates.noWork,
          },
        ]}
      />
      <div className={styles["signatures"]}>
        {[t.print.proposer, t.print.head].map((role) => (
          <div key={role}>
            <p>{role}</p>
            <p className={styles["line"]}>{t.print.signature}</p>
          </div>
        ))}
      </div>
    </Page>
  );
}
