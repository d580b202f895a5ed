import { compareScenarios, type OpenedScenario } from "@tuwai/server/planning";
import { formatNumber } from "#language/format.ts";
import { type Language, languageOf } from "#language/language.ts";
import { planningTexts } from "#language/planning.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { NothingWaits, Page, Table } from "#ui";
import type { Route } from "./+types/compare.page";
import { numbersOf } from "./four-numbers.tsx";
import { inputText } from "./inputs-list.tsx";
import { inputFields } from "./plan-query.ts";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "scenario.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [scenarioCode, otherScenarioCode] = [searchParams.get("satu"), searchParams.get("dua")];
  const pair =
    scenarioCode && otherScenarioCode
      ? await compareScenarios(app, actor, { scenarioCode, otherScenarioCode })
      : [];
  return { title: findingOf(pair, language), pair };
}

const shownOf = ({ before, today }: OpenedScenario) => today ?? before;

function findingOf(pair: readonly OpenedScenario[], language: Language): string {
  const t = planningTexts[language].compare;
  const [one, other] = pair;
  if (one === undefined || other === undefined) return t.title;
  const by = shownOf(one).result.fullMonths - shownOf(other).result.fullMonths;
  if (by === 0) return t.same;
  return t.finding((by > 0 ? one : other).title, formatNumber(language, Math.abs(by)));
}

type Row = { readonly key: string; readonly name: string; readonly cells: readonly string[] };

export default function ComparePage({ loaderData: { title, pair } }: Route.ComponentProps) {
  const t = useTexts(planningTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const crumbs = [{ href: to("/rencana"), label: t.title }, { label: t.compare.title }];
  if (pair.length < 2)
    return (
      <Page title={title} crumbs={crumbs}>
        <NothingWaits title={t.compare.title} fills={t.compare.choose} />
      </Page>
    );
  const shown = pair.map(shownOf);
  const numbers = shown.map((planned) => numbersOf(planned, language));
  const rows: readonly Row[] = [
    ...numbers[0]!.map(({ key, name }, at) => ({
      key,
      name,
      cells: numbers.map((of) =>
        key === "covered-at-end" ? `${of[at]!.text} (${of[at]!.hint})` : of[at]!.text,
      ),
    })),
    ...inputFields.map((field) => ({
      key: field,
      name: t.form[field],
      cells: pair.map(({ before }) => inputText(field, before.inputs[field], language)),
    })),
  ];
  return (
    <Page title={title} lead={t.compare.lead} crumbs={crumbs}>
      <Table
        caption={t.compare.table}
        columns={[
          { key: "name", head: t.opened.number, cell: (row: Row) => row.name },
          ...pair.map((scenario, at) => ({
            key: `${at} ${scenario.code}`,
            head: scenario.title,
            number: true,
            cell: (row: Row) => row.cells[at],
          })),
        ]}
        rows={rows}
        keyOf={({ key }) => key}
      />
      <p>
        {pair.map(({ code, title: name }, at) => (
          <span key={`${at} ${code}`}>
            <a href={to(`/rencana/${code}`)}>{name}</a>{" "}
          </span>
        ))}
      </p>
    </Page>
  );
}
