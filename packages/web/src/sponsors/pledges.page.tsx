import { may, scopeOf } from "@tuwai/server/access";
import { type ListedPledge, listPledges, sumPledges } from "@tuwai/server/sponsors";
import { shortDayOf } from "#language/day-of.ts";
import {
  Actions,
  ButtonLink,
  Card,
  DescriptionList,
  EmptyState,
  FilterBar,
  Notice,
  Page,
  Pagination,
  readPage,
  SelectField,
  Table,
  Tag,
  optionsOf,
} from "#ui";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { servantTexts } from "#language/servants.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { useLocation } from "react-router";
import type { Route } from "./+types/pledges.page";
import { SponsorTabs } from "./sponsor-tabs.tsx";

export const handle: Handle = { access: "pledge.list" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const isOffice = scopeOf(actor, "pledge.list") === "U";
  const state = (["active", "stopped"] as const).find((known) => known === searchParams.get("keadaan"));
  const opd = isOffice ? "" : (searchParams.get("opd") ?? "");
  const query = { ...(state === undefined ? {} : { state }), ...(opd === "" ? {} : { opd }) };
  const list = await listPledges(app, actor, { ...query, page: readPage(searchParams) });
  const everywhere = await sumPledges(app, actor);
  const signed = everywhere.reduce((sum, row) => sum + row.signed, 0);
  const isFiltered = Object.keys(query).length > 0;
  return {
    title: sponsorTexts[languageOf(pathname)].pledges.title,
    isManager: may(actor, "pledge.match"),
    mayInvite: may(actor, "office_invitation.manage"),
    seesChanges: may(actor, "servant_change.read"),
    isEmpty: signed === 0 && !list.isTooFew,
    offices: isOffice ? [] : everywhere.map((row) => row.opd).toSorted(),
    query: { state, opd },
    ...list,
    rows: list.rows,
    totals: isFiltered ? await sumPledges(app, actor, query) : everywhere,
  };
}

export default function PledgesPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(sponsorTexts).pledges;
  const { title: changes } = useTexts(servantTexts);
  const to = useLocalPath();
  return (
    <Page
      title={page.title}
      lead={t.lead}
      actions={
        <Actions>
          {page.mayInvite && <ButtonLink href={to("/sponsor/ajakan")}>{t.invite}</ButtonLink>}
          {page.seesChanges && (
            <ButtonLink look="plain" href={to("/sponsor/pegawai")}>
              {changes}
            </ButtonLink>
          )}
        </Actions>
      }
    >
      {page.isManager && <SponsorTabs here="pledges" />}
      {page.isTooFew && !page.isEmpty && <Notice>{t.few}</Notice>}
      {page.isEmpty && (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      )}
      {!page.isTooFew && !page.isEmpty && <Pledges page={page} />}
    </Page>
  );
}

type Data = Route.ComponentProps["loaderData"];

function Pledges({ page }: { readonly page: Data }) {
  const t = useTexts(sponsorTexts).pledges;
  const { pathname } = useLocation();
  const isFiltered = page.query.state !== undefined || page.query.opd !== "";
  return (
    <>
      <FilterBar clearHref={isFiltered ? pathname : undefined}>
        <SelectField
          name="keadaan"
          label={t.state}
          defaultValue={page.query.state ?? ""}
          options={[{ value: "", label: t.all }, ...optionsOf(t.states)]}
        />
        {page.offices.length > 0 && (
          <SelectField
            name="opd"
            label={t.opd}
            defaultValue={page.query.opd}
            options={[
              { value: "", label: t.all },
              ...page.offices.map((opd) => ({ value: opd, label: opd })),
            ]}
          />
        )}
      </FilterBar>
      {page.rows.length === 0 ? (
        <EmptyState title={t.notFound} />
      ) : (
        <>
          <Totals page={page} />
          <PledgeTable rows={page.rows} count={page.total} />
          <Pagination page={page.page} pages={page.pages} />
        </>
      )}
    </>
  );
}

function Totals({ page }: { readonly page: Data }) {
  const t = useTexts(sponsorTexts).pledges;
  const language = useLanguage();
  const sum = (of: (row: Data["totals"][number]) => number): number =>
    page.totals.reduce((total, row) => total + of(row), 0);
  return (
    <Card title={t.totals}>
      <DescriptionList
        facts={[
          {
            name: t.active,
            value: formatNumber(
              language,
              sum(({ pledges }) => pledges),
            ),
          },
          {
            name: t.workers,
            value: formatNumber(
              language,
              sum(({ places }) => places),
            ),
          },
          {
            name: t.money,
            value: formatRupiah(
              language,
              sum(({ capRupiah }) => capRupiah),
            ),
          },
        ]}
      />
    </Card>
  );
}

function PledgeTable({ rows, count }: { readonly rows: readonly ListedPledge[]; readonly count: number }) {
  const t = useTexts(sponsorTexts);
  const language = useLanguage();
  const c = t.pledges.columns;
  const state = ({ state: each, stopMonth }: ListedPledge) => (
    <>
      <Tag status={each === "active" ? "active" : "done"}>{t.pledges.states[each]}</Tag>
      {stopMonth !== null && (
        <div className="quiet small">{t.pledges.stoppedFrom(formatMonth(language, stopMonth))}</div>
      )}
    </>
  );
  return (
    <Table
      caption={t.pledges.caption(formatNumber(language, count))}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: "sponsor", head: c.sponsor, cell: (row) => <Sponsor row={row} /> },
        { key: "opd", phone: "wide", head: c.opd, cell: ({ opd }) => opd },
        { key: "state", head: c.state, cell: state },
        {
          key: "count",
          head: c.count,
          number: true,
          cell: ({ workerCount }) => formatNumber(language, workerCount),
        },
        {
          key: "cap",
          head: c.cap,
          number: true,
          cell: ({ capRupiah }) => formatRupiah(language, capRupiah),
        },
        {
          key: "from",
          phone: "left-out",
          head: c.from,
          cell: ({ fromMonth }) => formatMonth(language, fromMonth),
        },
        {
          key: "channel",
          phone: "left-out",
          head: c.channel,
          cell: ({ channel }) => t.mine.channels[channel],
        },
        {
          key: "signed",
          phone: "left-out",
          head: c.signed,
          cell: ({ signedAt }) => shortDayOf(language, signedAt),
        },
      ]}
    />
  );
}

function Sponsor({ row: { sponsorName, code } }: { readonly row: ListedPledge }) {
  return (
    <>
      {sponsorName ?? code}
      {sponsorName !== null && <div className="quiet small">{code}</div>}
    </>
  );
}
