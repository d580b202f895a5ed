import { followUpGroups, ownerRoles } from "@tuwai/domain/follow-ups";
import type { CivilDate } from "@tuwai/domain/time";
import { isUuid } from "@tuwai/server/app";
import {
  type FollowUpList,
  type FollowUpQuery,
  listFollowUpDays,
  listFollowUps,
  type ShownFollowUp,
} from "@tuwai/server/follow-ups";
import { accountTexts } from "#language/accounts.ts";
import { followUpTexts } from "#language/follow-ups.ts";
import { formatMonth, formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { EmptyState, FilterBar, NothingWaits, Page, Pagination, readPage, SelectField, Table } from "#ui";
import type { Route } from "./+types/follow-ups.page";
import { FollowUpTable } from "./follow-up-table.tsx";
import { FollowUpTabs } from "./follow-up-tabs.tsx";

export const handle: Handle = { access: "follow_up.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(followUpTexts[languageOf(location.pathname)].title);

type View = "list" | "kecamatan" | "days";
const views: ReadonlyMap<string | null, View> = new Map([
  ["kecamatan", "kecamatan"],
  ["kalender", "days"],
]);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { searchParams } = new URL(request.url);
  const view = views.get(searchParams.get("tampilan")) ?? "list";
  const query = queryOf(searchParams);
  const list = await listFollowUps(app, actor, { ...query, page: readPage(searchParams) });
  const days = view === "days" ? await listFollowUpDays(app, actor, query) : [];
  return {
    view,
    list,
    days,
    today: app.clock.today(),
    chosen: {
      owner: query.ownerRole ?? "",
      kecamatan: query.kecamatanCode ?? "",
      standing: query.standing ?? "",
    },
    keep: { keputusan: query.decisionId, rakor: query.meetingCode },
  };
}

function queryOf(params: URLSearchParams): FollowUpQuery {
  const kecamatanCode = params.get("kecamatan") ?? "";
  const decisionId = params.get("keputusan") ?? "";
  const meetingCode = params.get("rakor") ?? "";
  const ownerRole = ownerRoles.find((role) => role === params.get("penanggung"));
  const standing = followUpGroups.find((group) => group === params.get("keadaan"));
  return {
    ...(/^\d\d\.\d\d\.\d\d$/.test(kecamatanCode) ? { kecamatanCode } : {}),
    ...(isUuid(decisionId) ? { decisionId } : {}),
    ...(meetingCode === "" ? {} : { meetingCode }),
    ...(ownerRole === undefined ? {} : { ownerRole }),
    ...(standing === undefined ? {} : { standing }),
  };
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

export default function FollowUpsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(followUpTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { counts } = page.list;
  const number = (n: number) => formatNumber(language, n);
  return (
    <Page
      title={t.title}
      lead={
        counts.all === 0
          ? t.leadNone
          : t.lead(number(counts.kept), number(counts.all), number(counts.late), number(counts.waiting))
      }
    >
      <FollowUpTabs here={page.view} />
      {page.view === "list" && <List page={page} />}
      {page.view === "kecamatan" && <ByKecamatan list={page.list} />}
      {page.view === "days" && (
        <>
          <p>
            <a href={to("/tindak-lanjut/kalender")}>{t.subscribe}</a>
          </p>
          <Days rows={page.days} today={page.today} />
        </>
      )}
    </Page>
  );
}

function List({ page }: PageData) {
  const t = useTexts(followUpTexts);
  const language = useLanguage();
  const { list, chosen } = page;
  const isFiltered = Object.values({ ...chosen, ...page.keep }).some((value) => value);
  if (list.page.total === 0 && !isFiltered) return <NothingWaits title={t.empty} fills={t.emptyFills} />;
  return (
    <>
      <Filters page={page} isFiltered={isFiltered} />
      {list.page.total === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <FollowUpTable
          caption={t.caption(formatNumber(language, list.page.total))}
          rows={list.page.rows}
          today={page.today}
        />
      )}
      <Pagination page={list.page.page} pages={list.page.pages} />
    </>
  );
}

function Filters({ page, isFiltered }: PageData & { readonly isFiltered: boolean }) {
  const t = useTexts(followUpTexts);
  const roles = useTexts(accountTexts).roles;
  const to = useLocalPath();
  const { chosen } = page;
  const all = { value: "", label: t.filters.all };
  return (
    <FilterBar keep={page.keep} clearHref={isFiltered ? to("/tindak-lanjut") : undefined}>
      <SelectField
        name="keadaan"
        label={t.filters.standing}
        defaultValue={chosen.standing}
        options={[all, ...followUpGroups.slice(0, -1).map((value) => ({ value, label: t.groups[value] }))]}
      />
      <SelectField
        name="penanggung"
        label={t.filters.owner}
        defaultValue={chosen.owner}
        options={[all, ...ownerRoles.map((value) => ({ value, label: roles[value] }))]}
      />
      {page.list.kecamatan.length > 1 && (
        <SelectField
          name="kecamatan"
          label={t.filters.kecamatan}
          defaultValue={chosen.kecamatan}
          options={[all, ...page.list.kecamatan.map(({ code, name }) => ({ value: code, label: name }))]}
        />
      )}
    </FilterBar>
  );
}

function ByKecamatan({ list }: { readonly list: FollowUpList }) {
  const t = useTexts(followUpTexts);
  const language = useLanguage();
  const to = useLocalPath();
  if (list.kecamatan.length === 0) return <EmptyState title={t.empty} />;
  const shown = ["late", "cannot", "waiting", "running", "kept"] as const;
  return (
    <Table
      caption={t.captionKecamatan}
      rows={list.kecamatan}
      keyOf={({ code }) => code}
      regionOf={({ code }) => code}
      columns={[
        {
          key: "kecamatan",
          head: t.filters.kecamatan,
          cell: ({ code, name }) => <a href={to(`/tindak-lanjut?kecamatan=${code}`)}>{name}</a>,
        },
        ...shown.map((key) => ({
          key,
          head: t.groups[key],
          number: true,
          cell: ({ counts }: FollowUpList["kecamatan"][number]) => formatNumber(language, counts[key]),
        })),
      ]}
    />
  );
}

function Days(props: { readonly rows: readonly ShownFollowUp[]; readonly today: CivilDate }) {
  const t = useTexts(followUpTexts);
  const language = useLanguage();
  const months = [...Map.groupBy(props.rows, ({ dueOn }) => dueOn.slice(0, 7))];
  if (months.length === 0) return <EmptyState title={t.emptyDays} />;
  return months.map(([month, rows]) => (
    <FollowUpTable
      key={month}
      caption={t.captionMonth(formatMonth(language, month), formatNumber(language, rows.length))}
      rows={rows}
      today={props.today}
    />
  ));
}
