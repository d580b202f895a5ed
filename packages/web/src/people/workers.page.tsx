import { data } from "react-router";
import { jurisdictionOf, may } from "@tuwai/server/access";
import { getCity } from "@tuwai/server/regions";
import { isIdentityNumber, listWorkers, mayFindByNumber } from "@tuwai/server/workers";
import { listOwnVillages } from "#regions";
import { ButtonLink, EmptyState, ErrorSummary, Icon, Notice, Page, Pagination, readPage } from "#ui";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import {
  forUseCase,
  formText,
  pageMeta,
  readSearch,
  searchField,
  searchMark,
  toSearch,
  type Handle,
} from "#shell";
import type { Route } from "./+types/workers.page";
import { WorkerFilters } from "./worker-filters.tsx";
import { filtersIn, readWorkerQuery } from "./worker-query.ts";
import { WorkerTable } from "./worker-table.tsx";

export const handle: Handle = { access: "worker.list" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

/** A search is sent, not put in the address; the answer is the list under an address without it. */
export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [, actor] = forUseCase(context);
  const form = await request.formData();
  const text = formText(form, searchField);
  if (isIdentityNumber(text) && !mayFindByNumber(actor))
    return data({ errors: { [searchField]: peopleTexts[language].numberRefused } }, 422);
  // A number is not shown again in its box: an empty box beside its mark still means it.
  const kept = text === "" && form.has(searchMark) ? keptNumber({ request, context }, form) : text;
  throw toSearch({ request, context }, localPath(language, "/pekerja"), filtersIn(form), kept);
}

function keptNumber({ request, context }: Pick<Route.ActionArgs, "request" | "context">, form: FormData) {
  const at = new URL(request.url);
  at.search = new URLSearchParams({ [searchMark]: formText(form, searchMark) }).toString();
  const { text } = readSearch({ request: new Request(at, { headers: request.headers }), context });
  return isIdentityNumber(text) ? text : "";
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const search = readSearch({ request, context });
  const query = readWorkerQuery(searchParams, search.text);
  const found = await listWorkers(app, actor, { ...query, page: readPage(searchParams) });
  const villages = await listOwnVillages(app, actor);
  return {
    ...found,
    title: peopleTexts[language].title,
    query: isIdentityNumber(search.text) ? { ...query, q: "" } : query,
    numberMark: isIdentityNumber(search.text) ? search.mark : null,
    isSearchGone: search.isGone,
    mayFindByNumber: mayFindByNumber(actor),
    search: searchParams.toString(),
    isFiltered: Object.keys(query).some((key) => key !== "sort"),
    villages: jurisdictionOf(actor.role) === "village" ? [] : villages,
    kecamatan: getCity(app.config).kecamatan.find(({ code }) => code === query.kecamatanCode)?.name ?? null,
    place: villages.find(({ code }) => code === actor.scope)?.name ?? null,
    mayImport: may(actor, "import.send.village_list"),
    mayAdd: may(actor, "worker.create"),
    mayVisit: may(actor, "worker.update"),
    mayExport: may(actor, "worker.export"),
  };
}

export default function WorkersPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(peopleTexts);
  const to = useLocalPath();
  const language = useLanguage();
  return (
    <Page
      title={page.place === null ? page.title : `${page.title} · ${page.place}`}
      lead={t.lead(formatNumber(language, page.total))}
      actions={<PageActions page={page} />}
    >
      <ErrorSummary errors={actionData?.errors} />
      {page.isSearchGone && <Notice tone="warn">{t.searchGone}</Notice>}
      <WorkerFilters page={page} error={actionData?.errors[searchField]} />
      {page.rows.length === 0 ? (
        <EmptyState
          title={page.isFiltered ? t.none : t.empty(page.place ?? t.wholeCity)}
          action={
            !page.isFiltered && page.mayImport ? (
              <ButtonLink href={to("/impor/baru")}>{t.import}</ButtonLink>
            ) : undefined
          }
        >
          {page.isFiltered ? t.noneNext : page.mayImport ? t.emptyNext : t.emptyReader}
        </EmptyState>
      ) : (
        <WorkerTable workers={page.rows} isOneVillage={page.villages.length === 0} />
      )}
      <Pagination page={page.page} pages={page.pages} />
      <p className="quiet small">{t.printNote}</p>
    </Page>
  );
}

function PageActions({ page }: { readonly page: Route.ComponentProps["loaderData"] }) {
  const t = useTexts(peopleTexts);
  const to = useLocalPath();
  return (
    <>
      {page.mayImport && (
        <ButtonLink look="plain" href={to("/impor/baru")}>
          <Icon name="upload" /> {t.import}
        </ButtonLink>
      )}
      {page.mayAdd && (
        <ButtonLink look="plain" href={to("/pekerja/baru")}>
          {t.add}
        </ButtonLink>
      )}
      {page.mayVisit && (
        <ButtonLink look="plain" href={to("/pekerja/lapangan")}>
          {t.visits}
        </ButtonLink>
      )}
      {page.mayExport && page.total > 0 && (
        <ButtonLink look="plain" href={to(`/pekerja/ekspor${page.search === "" ? "" : `?${page.search}`}`)}>
          <Icon name="download" /> {t.export}
        </ButtonLink>
      )}
    </>
  );
}
