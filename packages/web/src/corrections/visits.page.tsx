import { data, Form, redirect, useLocation } from "react-router";
import { listVisits, visitReasons } from "@tuwai/server/corrections";
import { correctionTexts } from "#language/corrections.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames } from "#regions";
import { flash, forUseCase, pageMeta, type Handle } from "#shell";
import {
  Button,
  ButtonLink,
  NothingWaits,
  ErrorSummary,
  FilterBar,
  LinkChips,
  Page,
  Pagination,
  readPage,
  SelectField,
} from "#ui";
import type { Route } from "./+types/visits.page";
import { answerVisits } from "./answer-visits.ts";
import { ToldHow } from "./told-how.tsx";
import { askedVillage, askedVisit, visitNames } from "./visit-query.ts";
import { VisitRow } from "./visit-row.tsx";

export const handle: Handle = { access: "worker.update" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const reason = askedVisit(searchParams);
  const village = askedVillage(searchParams);
  const villages = actor.scope === undefined ? await listVillageNames(app, actor) : [];
  const found = await listVisits(app, actor, { reason, ...village, page: readPage(searchParams) });
  return {
    villages,
    village: village.villageCode ?? "",
    clear: village.villageCode === undefined ? undefined : `/pekerja/lapangan?daftar=${visitNames[reason]}`,
    title: correctionTexts[languageOf(pathname)].visits.title,
    choices: visitReasons.map((of) => ({ reason: of, name: visitNames[of], isNow: of === reason })),
    now: visitNames[reason],
    ...found,
    rows: found.rows.map((row) => ({ ...row, operation: app.newId() })),
    today: app.clock.today(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const answer = await answerVisits(...forUseCase(context), { form: await request.formData(), language });
  if ("errors" in answer) return data(answer, 422);
  throw redirect(pathname + search, { status: 303, headers: flash("ok", answer.done) });
}

export default function VisitsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(correctionTexts);
  const v = t.visits;
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const { search } = useLocation();
  return (
    <Page
      title={page.title}
      lead={v.lead}
      narrow
      crumbs={[{ href: to("/pekerja"), label: p.title }, { label: page.title }]}
      actions={
        page.rows.length > 0 && (
          <ButtonLink look="plain" href={to(`/pekerja/cetak${search}`)}>
            {v.print}
          </ButtonLink>
        )
      }
    >
      <LinkChips
        label={v.filter}
        choices={page.choices.map(({ reason, name, isNow }) => ({
          href: to(`/pekerja/lapangan?daftar=${name}${page.village === "" ? "" : `&desa=${page.village}`}`),
          label: v.reasons[reason],
          current: isNow,
        }))}
      />
      {page.villages.length > 0 && <VillageFilter page={page} />}
      <ErrorSummary errors={actionData?.errors} />
      {page.rows.length === 0 ? (
        <NothingWaits title={v.none} fills={v.fills} />
      ) : (
        <>
          <p>{v.count(formatNumber(language, page.total))}</p>
          <Form method="post" className="form" noValidate>
            {page.rows.map((row) => (
              <VisitRow key={row.code} row={row} sent={actionData?.sent} errors={actionData?.errors} />
            ))}
            <ToldHow
              today={page.today}
              sent={{ sumber: "visit", ...actionData?.sent }}
              errors={actionData?.errors}
            />
            <div className="in-sight">
              <Button>{v.submit}</Button>
            </div>
          </Form>
        </>
      )}
      <Pagination page={page.page} pages={page.pages} />
    </Page>
  );
}

/** For whoever visits in several villages. */
function VillageFilter({ page }: { readonly page: Route.ComponentProps["loaderData"] }) {
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  return (
    <FilterBar
      action={to("/pekerja/lapangan")}
      keep={{ daftar: page.now }}
      clearHref={page.clear === undefined ? undefined : to(page.clear)}
    >
      <SelectField
        name="desa"
        label={p.village}
        defaultValue={page.village}
        options={[
          { value: "", label: p.all },
          ...page.villages.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
    </FilterBar>
  );
}
