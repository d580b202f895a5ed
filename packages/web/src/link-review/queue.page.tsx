import { listLinkQuestions } from "@tuwai/server/link-review";
import { listVillageNames } from "#regions";
import { formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { linkingTexts } from "#language/linking.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { ButtonLink, EmptyState, FilterBar, Page, Pagination, SelectField } from "#ui";
import type { Route } from "./+types/queue.page";
import { questionKinds, questionStates, readLinkQuery, wordOfKind, wordOfState } from "./link-query.ts";
import { QuestionTable } from "./question-table.tsx";
import { UndoForm } from "./undo-form.tsx";

export const handle: Handle = { access: "link_review.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const query = readLinkQuery(searchParams);
  const { kind, village, state, page } = query;
  const list = await listLinkQuestions(app, actor, {
    kind,
    state,
    page,
    villageCode: village === "" ? undefined : village,
  });
  return {
    ...list,
    title: linkingTexts[languageOf(pathname)].queue.title,
    operation: app.newId(),
    villages: await listVillageNames(app, actor),
    kinds: questionKinds.map((known) => ({ kind: known, word: wordOfKind(known) })),
    states: questionStates.map((known) => ({ state: known, word: wordOfState(known) })),
    query,
  };
}

export default function QueuePage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(linkingTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { kind, village, state, before } = page.query;
  const isFiltered = kind !== undefined || village !== "" || state !== "open";
  return (
    <Page
      title={page.title}
      lead={t.queue.lead(formatNumber(language, page.total))}
      crumbs={[{ href: to("/padan"), label: t.quality.title }, { label: t.queue.title }]}
    >
      {before && (
        <UndoForm
          answered={before}
          operation={page.operation}
          query={page.query}
          label={t.question.undoLast}
        />
      )}
      <FilterBar clearHref={isFiltered ? to("/padan/antrean") : undefined}>
        <SelectField
          name="jenis"
          label={t.queue.kind}
          defaultValue={page.kinds.find((known) => known.kind === kind)?.word ?? ""}
          options={[
            { value: "", label: t.queue.allKinds },
            ...page.kinds.map((known) => ({ value: known.word, label: t.kinds[known.kind] })),
          ]}
        />
        <SelectField
          name="desa"
          label={t.queue.village}
          defaultValue={village}
          options={[
            { value: "", label: t.queue.allVillages },
            ...page.villages.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <SelectField
          name="keadaan"
          label={t.queue.state}
          defaultValue={page.states.find((known) => known.state === state)?.word ?? ""}
          options={page.states.map((known) => ({ value: known.word, label: t.states[known.state] }))}
        />
      </FilterBar>
      {page.rows.length === 0 ? (
        <Empty isFiltered={isFiltered} />
      ) : (
        <QuestionTable items={page.rows} query={page.query} />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </Page>
  );
}

function Empty({ isFiltered }: { readonly isFiltered: boolean }) {
  const t = useTexts(linkingTexts).queue;
  const to = useLocalPath();
  return (
    <EmptyState
      title={isFiltered ? t.notFound : t.done}
      action={
        !isFiltered && (
          <ButtonLink look="plain" href={to("/padan")}>
            {t.toQuality}
          </ButtonLink>
        )
      }
    >
      <p>{isFiltered ? t.notFoundNext : t.doneNext}</p>
    </EmptyState>
  );
}
