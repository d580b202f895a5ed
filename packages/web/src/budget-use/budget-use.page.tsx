import { chooseUseOfBudget, type UseOfBudget } from "@tuwai/server/budget-use";
import { budgetUseTexts } from "#language/budget-use.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { type Language, languageOf } from "#language/language.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { EmptyState, ErrorSummary, Notice, Page } from "#ui";
import type { Route } from "./+types/budget-use.page";
import { AskForm } from "./ask-form.tsx";
import { BesideTable } from "./beside-table.tsx";
import { Notes } from "./notes.tsx";
import { PeopleTable } from "./people-table.tsx";
import { RankTable } from "./rank-table.tsx";
import { readAsked } from "./read-asked.ts";

export const handle: Handle = { access: "pledge.match" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const asked = readAsked(searchParams, language);
  if (asked.input === null) return { title: budgetUseTexts[language].title, asked, use: null };
  const use = await chooseUseOfBudget(app, actor, { ...asked.input, fundSource: asked.fund });
  const nameOf = await villageNamer(app, actor);
  const funded = use.funded.map((row) => ({ ...row, village: nameOf(row.person.villageCode) ?? "" }));
  return {
    title: findingOf(use, asked.input.budgetRupiah, language),
    asked,
    use: { ...use, funded },
  };
}

function findingOf({ best }: UseOfBudget, budget: number, language: Language): string {
  const t = budgetUseTexts[language];
  const rupiah = formatRupiah(language, budget);
  if (best.fullMonths === 0) return t.findingNone(rupiah);
  return t.finding(rupiah, formatNumber(language, best.funded), formatNumber(language, best.fullMonths));
}

/** Nobody gets a month of full cover for it, though more money would give one. */
const isTooLittle = ({ best, cheapest }: Pick<UseOfBudget, "best" | "cheapest">): boolean =>
  best.fullMonths === 0 && cheapest !== null;

export default function BudgetUsePage({ loaderData: { title, asked, use } }: Route.ComponentProps) {
  const t = useTexts(budgetUseTexts);
  const language = useLanguage();
  const shown = use === null ? 0 : use.funded.length;
  return (
    <Page title={title} lead={t.lead}>
      <ErrorSummary errors={asked.errors} />
      <AskForm asked={asked} />
      {use !== null && use.people === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      )}
      {use !== null && isTooLittle(use) && (
        <Notice tone="warn">{t.cheapest(formatRupiah(language, use.cheapest ?? 0))}</Notice>
      )}
      {use !== null && use.people > 0 && !isTooLittle(use) && (
        <>
          {use.plainTaken !== null && <Notice tone="warn">{t.plainTaken[use.plainTaken]}</Notice>}
          <BesideTable best={use.best} plain={use.plain} />
          <RankTable ranks={use.ranks} />
          {shown > 0 && <PeopleTable rows={use.funded} />}
          {shown < use.best.funded && (
            <p className="quiet">
              {t.people.shown(formatNumber(language, shown), formatNumber(language, use.best.funded))}
            </p>
          )}
          <Notes use={use} />
        </>
      )}
    </Page>
  );
}
