import { data, redirect } from "react-router";
import { jurisdictionOf, may } from "@tuwai/server/access";
import { listCandidates } from "@tuwai/server/eligibility";
import { listEndorsements } from "@tuwai/server/endorsements";
import { listOwnVillages } from "#regions";
import { EmptyState, FilterBar, Page, Pagination, SelectField } from "#ui";
import { eligibilityTexts } from "#language/eligibility.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, pageMeta, type Handle } from "#shell";
import type { Route } from "./+types/lists.page";
import { Candidates, isWithoutPeople } from "#eligibility";
import { listStates, readListQuery } from "./list-query.ts";
import { ListTable } from "./list-table.tsx";
import { ProposeForm } from "./propose-form.tsx";
import { proposeList } from "./propose-list.ts";

export const handle: Handle = { access: "list_decision.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const query = readListQuery(searchParams);
  const own = jurisdictionOf(actor.role) === "village" ? (actor.scope ?? "") : null;
  const villageCode = own ?? query.village;
  const of = villageCode === "" ? {} : { villageCode };
  const isVillage = villageCode !== "";
  const lists = await listEndorsements(app, actor, {
    ...of,
    ...(query.state === undefined ? {} : { state: query.state }),
    page: isVillage ? 1 : query.page,
  });
  const open = isVillage ? await listEndorsements(app, actor, { ...of, state: "proposed" }) : null;
  const candidates = isVillage
    ? await listCandidates(app, actor, {
        villageCode,
        page: query.page,
        ...(query.outcome === undefined ? {} : { outcome: query.outcome }),
      })
    : null;
  return {
    title: eligibilityTexts[languageOf(pathname)].lists.title,
    lists,
    candidates,
    openId: open?.rows[0]?.id ?? null,
    mayPropose: may(actor, "list_decision.prepare"),
    operation: app.newId(),
    villages: own === null ? await listOwnVillages(app, actor) : [],
    query,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const answer = await proposeList(app, actor, {
    form: await request.formData(),
    village: actor.scope ?? "",
    language,
  });
  if ("errors" in answer) return data(answer, 422);
  throw redirect(localPath(language, `/penetapan/${answer.id}`), {
    status: 303,
    headers: flash("ok", answer.text),
  });
}

export default function ListsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(eligibilityTexts).lists;
  const { candidates } = page;
  return (
    <Page
      title={page.title}
      lead={candidates === null || page.villages.length > 0 ? t.lead : t.leadVillage(candidates.village.name)}
    >
      {page.villages.length > 0 && <Filters page={page} />}
      {page.lists.rows.length > 0 ? (
        <ListTable lists={page.lists.rows} />
      ) : (
        <NoLists isFiltered={page.query.state !== undefined || page.query.village !== ""} />
      )}
      {candidates === null ? (
        <Pagination page={page.lists.page} pages={page.lists.pages} />
      ) : (
        <>
          {page.mayPropose && !isWithoutPeople(candidates) && (
            <ProposeForm
              operation={page.operation}
              ready={candidates.counts.ready}
              openId={page.openId}
              errors={actionData?.errors}
            />
          )}
          <Candidates candidates={candidates} outcome={page.query.outcome} />
          <Pagination page={candidates.page} pages={candidates.pages} />
        </>
      )}
    </Page>
  );
}

function Filters({ page }: { readonly page: Route.ComponentProps["loaderData"] }) {
  const t = useTexts(eligibilityTexts);
  const to = useLocalPath();
  const { village, state } = page.query;
  const isFiltered = village !== "" || state !== undefined;
  return (
    <FilterBar clearHref={isFiltered ? to("/penetapan") : undefined}>
      <SelectField
        name="desa"
        label={t.lists.village}
        defaultValue={village}
        options={[
          { value: "", label: t.lists.allVillages },
          ...page.villages.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <SelectField
        name="keadaan"
        label={t.lists.state}
        defaultValue={listStates.find((known) => known.state === state)?.word ?? ""}
        options={[
          { value: "", label: t.lists.allStates },
          ...listStates.map((known) => ({ value: known.word, label: t.states[known.state] })),
        ]}
      />
    </FilterBar>
  );
}

function NoLists({ isFiltered }: { readonly isFiltered: boolean }) {
  const t = useTexts(eligibilityTexts).lists;
  return (
    <EmptyState title={isFiltered ? t.notFound : t.none}>
      <p>{isFiltered ? t.notFoundNext : t.noneNext}</p>
    </EmptyState>
  );
}
