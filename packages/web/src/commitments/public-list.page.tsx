import { publicActor } from "@tuwai/server/app";
import { readPublicCommitments } from "@tuwai/server/commitments";
import { findMinutesOfYear } from "@tuwai/server/minutes";
import { listRegions } from "@tuwai/server/regions";
import { commitmentTexts } from "#language/commitments.ts";
import { dayOf } from "#language/day-of.ts";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { minutesTexts } from "#language/minutes.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, type Handle, pageMeta } from "#shell";
import { ButtonLink, Card, DescriptionList, EmptyState, FilterBar, Page, SelectField, Table } from "#ui";
import type { Route } from "./+types/public-list.page";
import { BulletBar } from "./bullet-bar.tsx";
import { publicRows, publicSearch, publicStatuses, publicTotals, readPublicQuery } from "./public-query.ts";
import { askedYear } from "./read-year.ts";

export const headers = () => ({ "Cache-Control": "public, max-age=2" });
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(commitmentTexts[languageOf(location.pathname)].open.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const app = context.get(appContext);
  const anybody = publicActor(app.config.regionCode);
  const found = await readPublicCommitments(app, anybody, askedYear(searchParams));
  if (found === null) return null;
  const kecamatan = (await listRegions(app, anybody))
    .filter(({ kind }) => kind === "kecamatan")
    .map(({ code, name }) => ({ value: code as string, label: name }));
  const asked = readPublicQuery(searchParams);
  const chosen = kecamatan.find(({ value }) => value === asked.kecamatan)?.value ?? "";
  const query = { ...asked, kecamatan: chosen };
  const { year, years, rule, asOf } = found;
  const rows = publicRows(found.villages, query);
  const source = await findMinutesOfYear(app, anybody, { year });
  return { year, years, rule, asOf, kecamatan, query, rows, totals: publicTotals(rows), source };
}

export default function PublicListPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(commitmentTexts);
  const o = t.open;
  const language = useLanguage();
  const to = useLocalPath();
  if (page === null)
    return (
      <Page title={o.title}>
        <EmptyState title={o.notYet}>
          <p>{o.notYetNext}</p>
        </EmptyState>
      </Page>
    );
  const { isVulnerable } = page.query;
  return (
    <Page title={o.title} lead={(isVulnerable ? o.leadVulnerable : o.lead)(String(page.year))}>
      <Finding page={page} />
      <Filters page={page} />
      <PublicTable page={page} />
      <div>
        <ButtonLink look="plain" href={to(`/komitmen/unduh.csv${publicSearch(page.query, page.year)}`)}>
          {o.download}
        </ButtonLink>
      </div>
      <Source source={page.source} />
      <p className="quiet small">{t.barKey}</p>
      <p className="quiet small">{isVulnerable ? o.roundedWhy : o.sums}</p>
      <p className="quiet small">{o.rule(String(page.rule), formatDate(language, page.asOf))}</p>
    </Page>
  );
}

type PageData = { readonly page: NonNullable<Route.ComponentProps["loaderData"]> };

/** By which minutes the promises are known. */
function Source({ source }: Pick<PageData["page"], "source">) {
  const t = useTexts(minutesTexts);
  const language = useLanguage();
  const to = useLocalPath();
  if (source === null) return null;
  return (
    <p>
      <a href={to(`/ba/${source.code}`)}>{t.source(source.label, dayOf(language, source.finalAt))}</a>
    </p>
  );
}

/** One sentence of what is found, and the three sums behind it. */
function Finding({ page: { totals, query } }: PageData) {
  const t = useTexts(commitmentTexts);
  const o = t.open;
  const language = useLanguage();
  const rupiah = (n: number) => formatRupiah(language, n);
  const about = (n: number) => (query.isVulnerable && n > 0 ? o.about(rupiah(n)) : rupiah(n));
  const number = (n: number) => formatNumber(language, n);
  return (
    <Card title={o.finding(number(totals.unbudgeted), number(totals.silent))}>
      <DescriptionList
        facts={[
          { name: t.totals.promised, value: rupiah(totals.promised) },
          { name: t.totals.budgeted, value: rupiah(totals.budgeted) },
          { name: t.totals.paid, value: about(totals.paid) },
          { name: t.totals.need, value: about(totals.need) },
          { name: o.gap, value: about(totals.open) },
        ]}
      />
      {totals.withheld > 0 && <p className="quiet small">{o.withheld(number(totals.withheld))}</p>}
    </Card>
  );
}

function Filters({ page: { query, year, years, kecamatan } }: PageData) {
  const t = useTexts(commitmentTexts);
  const o = t.open;
  const to = useLocalPath();
  const here = to("/komitmen");
  const isFiltered = query.status !== "" || query.kecamatan !== "" || query.isVulnerable;
  return (
    <FilterBar action={here} clearHref={isFiltered ? `${here}?tahun=${year}` : undefined}>
      <SelectField
        name="tahun"
        label={o.year}
        defaultValue={String(year)}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
      />
      <SelectField
        name="kec"
        label={t.filters.kecamatan}
        defaultValue={query.kecamatan}
        options={[{ value: "", label: t.filters.all }, ...kecamatan]}
      />
      <SelectField
        name="kelompok"
        label={t.filters.groups}
        defaultValue={query.isVulnerable ? "rentan" : ""}
        options={[
          { value: "", label: t.filters.offices },
          { value: "rentan", label: o.vulnerable },
        ]}
      />
      <SelectField
        name="status"
        label={o.status}
        defaultValue={query.status}
        options={[
          { value: "", label: t.filters.all },
          ...publicStatuses.map((value) => ({ value, label: t.statuses[value] })),
        ]}
      />
    </FilterBar>
  );
}

function PublicTable({ page: { rows, year, totals, query } }: PageData) {
  const t = useTexts(commitmentTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const rupiah = (n: number) => formatRupiah(language, n);
  const isAbout = (stage: string) => query.isVulnerable && (stage === "need" || stage === "paid");
  const about = (stage: string, n: number) => (isAbout(stage) && n > 0 ? t.open.about(rupiah(n)) : rupiah(n));
  if (rows.length === 0)
    return (
      <EmptyState title={t.none}>
        <p>{t.noneNext}</p>
      </EmptyState>
    );
  const cell = (stage: "need" | "promised" | "budgeted" | "paid", row: (typeof rows)[number]) => {
    const amount = row[stage];
    if (stage !== "need" && row.status === "silent") return "–";
    return amount === null ? <span className="quiet">{t.open.hidden}</span> : about(stage, amount);
  };
  return (
    <Table
      id="komitmen-desa"
      caption={t.caption(formatNumber(language, rows.length), String(year))}
      rows={rows}
      keyOf={({ villageCode }) => villageCode}
      regionOf={({ villageCode }) => villageCode}
      columns={[
        {
          key: "village",
          head: t.columns.village,
          total: t.village.need.total,
          cell: ({ villageCode, name }) => <a href={to(`/komitmen/${villageCode}?tahun=${year}`)}>{name}</a>,
        },
        ...(["need", "promised", "budgeted", "paid"] as const).map((stage) => ({
          key: stage,
          head: t.columns[stage],
          number: true,
          total: about(stage, totals[stage]),
          cell: (row: (typeof rows)[number]) => cell(stage, row),
        })),
        {
          key: "bar",
          head: t.columns.share,
          phone: "wide" as const,
          total: "",
          cell: ({ need, paid, ...row }) =>
            need === null ? (
              <span className="quiet">{t.open.hidden}</span>
            ) : (
              <BulletBar {...row} need={need} paid={paid ?? 0} />
            ),
        },
        {
          key: "status",
          head: t.open.status,
          phone: "wide" as const,
          total: "",
          cell: ({ status }) => t.statuses[status],
        },
      ]}
    />
  );
}
