import { data, redirect, useLocation } from "react-router";
import { readPersonCode } from "@tuwai/domain/identity";
import { may, scopeOf } from "@tuwai/server/access";
import { listCover } from "@tuwai/server/cover";
import { contributionTexts } from "#language/contributions.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath, type Language } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, formText, pageMeta, type Handle } from "#shell";
import {
  Disclosure,
  EmptyState,
  ErrorSummary,
  FilterBar,
  LinkChips,
  Page,
  Pagination,
  SelectField,
  TextField,
  withQuery,
} from "#ui";
import type { Route } from "./+types/cover-list.page";
import { coverFilters, readCoverQuery } from "./cover-query.ts";
import { CoverTable, showRow } from "./cover-table.tsx";
import { MembershipTabs } from "#enrolment";
import { listOwnVillages, listVillageNames } from "#regions";
import { wordOf } from "#language/word-of.ts";

export const handle: Handle = { access: "worker.list" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

/** A code leads to its worker. It is sent, as what people type here may be a name or a NIK, which no address may hold. */
export async function action({ request }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const find = formText(form, "kode");
  if (find !== "") {
    openWorker(language, find);
    return data({ errors: { kode: contributionTexts[language].cover.badCode } }, 422);
  }
  const filters = new URLSearchParams(
    coverFilters.map((name) => [name, formText(form, name)]).filter(([, value]) => value !== ""),
  ).toString();
  const path = localPath(language, "/kepesertaan/perlindungan");
  throw redirect(filters === "" ? path : `${path}?${filters}`, 303);
}

function openWorker(language: Language, text: string): void {
  const found = readPersonCode(text);
  if (found.status === "wajar") throw redirect(localPath(language, `/pekerja/${found.code}`), 303);
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const t = contributionTexts[language];
  const use = forUseCase(context);
  const query = readCoverQuery(searchParams);
  openWorker(language, query.find);
  const villages = await listVillageNames(...use);
  const names = new Map<string, string>(villages.map(({ code, name }) => [code, name]));
  const { rows, counts, page, pages } = await listCover(...use, {
    page: query.page,
    ...(names.has(query.village) ? { villageCode: query.village } : {}),
    ...(query.state === undefined ? {} : { state: query.state }),
  });
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return {
    title: t.cover.title,
    seesArrears: may(use[1], "arrears.read"),
    seesOfficers: may(use[1], "officer.list"),
    rows: rows.map((row) => showRow(row, names)),
    asOf: rows[0]?.asOf ?? null,
    counts,
    total,
    page,
    pages,
    villages: ["V", "P"].includes(scopeOf(use[1], "worker.list") ?? "") ? [] : await listOwnVillages(...use),
    query,
    errors: query.find === "" ? {} : { kode: t.cover.badCode },
  };
}

export default function CoverListPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const errors = { ...page.errors, ...actionData?.errors };
  const t = useTexts(contributionTexts);
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const c = t.cover;
  const isFiltered = page.query.village !== "" || page.query.state !== undefined;
  const chip = (state: string | null) => pathname + withQuery(search, { keadaan: state, hal: null });
  return (
    <Page title={page.title} lead={c.lead(formatNumber(language, page.total))}>
      <MembershipTabs here="cover" seesArrears={page.seesArrears} seesOfficers={page.seesOfficers} />
      <ErrorSummary errors={errors} />
      <Filters page={page} error={errors.kode} />
      {page.counts.length > 0 && (
        <LinkChips
          label={c.state}
          choices={[
            {
              href: chip(null),
              label: c.allStates(formatNumber(language, page.total)),
              current: page.query.state === undefined,
            },
            ...page.counts.map(({ state, count }) => ({
              href: chip(state),
              label: c.stateCount(wordOf(t.coverStates, state), formatNumber(language, count)),
              current: page.query.state === state,
            })),
          ]}
        />
      )}
      {page.rows.length === 0 ? (
        <EmptyState title={isFiltered ? c.notFound : c.none}>
          <p>{isFiltered ? c.notFoundNext : c.noneNext}</p>
        </EmptyState>
      ) : (
        <CoverTable rows={page.rows} asOf={page.asOf} />
      )}
      <Pagination page={page.page} pages={page.pages} />
      <Disclosure summary={c.howTitle}>
        <p>{c.rule}</p>
        <p>{c.findByCode}</p>
      </Disclosure>
    </Page>
  );
}

type FiltersProps = {
  readonly page: Route.ComponentProps["loaderData"];
  readonly error: string | undefined;
};

function Filters({ page, error }: FiltersProps) {
  const c = useTexts(contributionTexts).cover;
  const to = useLocalPath();
  const here = to("/kepesertaan/perlindungan");
  const isFiltered = page.query.village !== "" || page.query.state !== undefined || page.query.find !== "";
  return (
    <FilterBar
      sends
      action={here}
      keep={{ keadaan: page.query.state }}
      clearHref={isFiltered ? here : undefined}
    >
      <TextField name="kode" label={c.find} type="search" autoComplete="off" maxLength={60} error={error} />
      {page.villages.length > 0 && (
        <SelectField
          name="desa"
          label={c.village}
          defaultValue={page.query.village}
          options={[
            { value: "", label: c.allVillages },
            ...page.villages.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      )}
    </FilterBar>
  );
}
