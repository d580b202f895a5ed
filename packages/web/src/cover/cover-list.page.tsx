import { redirect, useLocation } from "react-router";
import { readPersonCode } from "@tuwai/domain/identity";
import { daysBetween } from "@tuwai/domain/time";
import { scopeOf } from "@tuwai/server/access";
import { listCover, type ListedCover } from "@tuwai/server/cover";
import { contributionTexts } from "#language/contributions.ts";
import { formatDate, formatNumber, formatShortDate } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import {
  Disclosure,
  EmptyState,
  ErrorSummary,
  FilterBar,
  LinkChips,
  Page,
  Pagination,
  SelectField,
  Table,
  TextField,
  withQuery,
  type Column,
} from "#ui";
import type { Route } from "./+types/cover-list.page";
import { readCoverQuery } from "./cover-query.ts";
import { CoverTag } from "./cover-tag.tsx";
import { MembershipTabs } from "#enrolment";
import { listVillageNames } from "#regions";
import { wordOf } from "#language/word-of.ts";

export const handle: Handle = { access: "worker.list" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const t = contributionTexts[language];
  const use = forUseCase(context);
  const query = readCoverQuery(searchParams);
  const found = readPersonCode(query.find);
  if (found.status === "wajar") throw redirect(localPath(language, `/pekerja/${found.code}`));
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
    rows: rows.map((row) => shown(row, names)),
    asOf: rows[0]?.asOf ?? null,
    counts,
    total,
    page,
    pages,
    villages: ["V", "P"].includes(scopeOf(use[1], "worker.list") ?? "") ? [] : villages,
    query,
    errors: query.find === "" ? {} : { kode: t.cover.badCode },
  };
}

type Row = ReturnType<typeof shown>;

function shown(row: ListedCover, names: ReadonlyMap<string, string>) {
  const { person, lastRescueDay, state } = row;
  const isRescueNear = lastRescueDay !== undefined && lastRescueDay !== null && state.startsWith("grace");
  return {
    ...row,
    village: person.villageCode === undefined ? "" : (names.get(person.villageCode) ?? person.villageCode),
    daysLeft: isRescueNear ? daysBetween(row.asOf, lastRescueDay) : null,
  };
}

export default function CoverListPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(contributionTexts);
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const c = t.cover;
  const isFiltered = page.query.village !== "" || page.query.state !== undefined;
  const chip = (state: string | null) => pathname + withQuery(search, { keadaan: state, hal: null });
  return (
    <Page title={page.title} lead={c.lead(formatNumber(language, page.total))}>
      <MembershipTabs here="cover" />
      <ErrorSummary errors={page.errors} />
      <FilterBar
        keep={{ keadaan: page.query.state }}
        clearHref={isFiltered || page.query.find !== "" ? pathname : undefined}
      >
        <TextField
          name="kode"
          label={c.find}
          type="search"
          autoComplete="off"
          maxLength={10}
          defaultValue={page.query.find}
          error={page.errors.kode}
        />
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

function CoverTable({ rows, asOf }: { readonly rows: readonly Row[]; readonly asOf: string | null }) {
  const t = useTexts(contributionTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const c = t.cover;
  const day = (date: string | null | undefined): string =>
    date ? formatShortDate(language, date) : c.nothing;
  const date = (
    key: "covered" | "full" | "ends",
    of: (row: Row) => string | null | undefined,
  ): Column<Row> => ({
    key,
    head: c.columns[key],
    cell: (row) => day(of(row)),
  });
  const person: Column<Row> = {
    key: "person",
    head: c.columns.person,
    cell: ({ person: { code, name } }) =>
      code === undefined ? (
        name
      ) : (
        <>
          <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>
          {name !== undefined && <div className="quiet small">{code}</div>}
        </>
      ),
  };
  const rescue: Column<Row> = {
    key: "rescue",
    head: c.columns.rescue,
    cell: ({ lastRescueDay, daysLeft }) => (
      <>
        {day(lastRescueDay)}
        {daysLeft !== null && <div className="small">{c.daysLeft(daysLeft)}</div>}
      </>
    ),
  };
  return (
    <Table
      caption={
        <>
          {c.caption} {asOf && <span className="quiet small">{c.asOf(formatDate(language, asOf))}</span>}
        </>
      }
      rows={rows}
      keyOf={({ person: { code, name } }) => code ?? name ?? ""}
      columns={[
        person,
        { key: "state", head: c.columns.state, cell: ({ state }) => <CoverTag state={state} /> },
        rescue,
        { key: "paid", head: c.columns.paidUntil, cell: ({ paidUntil }) => day(paidUntil) },
        date("full", (row) => row.fullDeathBenefitFrom),
        date("covered", (row) => row.coveredFrom),
        date("ends", (row) => row.endsOn),
        { key: "village", head: c.columns.village, cell: ({ village }) => village },
        {
          key: "work",
          head: c.columns.work,
          cell: ({ person: { occupationGroup } }) =>
            occupationGroup ? wordOf(t.occupations, occupationGroup) : c.nothing,
        },
      ]}
    />
  );
}
