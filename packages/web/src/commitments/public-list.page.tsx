import { publicActor } from "@tuwai/server/app";
import { readPublicCommitments } from "@tuwai/server/commitments";
import { commitmentTexts } from "#language/commitments.ts";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, type Handle, pageMeta } from "#shell";
import { ButtonLink, EmptyState, FilterBar, Page, SelectField, Table } from "#ui";
import type { Route } from "./+types/public-list.page";
import { BulletBar } from "./bullet-bar.tsx";
import { askedYear } from "./read-year.ts";

export const headers = () => ({ "Cache-Control": "public, max-age=2" });
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(commitmentTexts[languageOf(location.pathname)].open.title);

const statuses = [
  "kept",
  "on-the-way",
  "late",
  "year-over-without-budget",
  "not-checkable",
  "withdrawn",
  "silent",
] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const app = context.get(appContext);
  const asked = askedYear(searchParams);
  const found = await readPublicCommitments(app, publicActor(app.config.regionCode), asked);
  if (found === null) return null;
  const status = statuses.find((one) => one === searchParams.get("status")) ?? "";
  const rows = found.villages
    .filter((village) => status === "" || village.status === status)
    .map(({ groups: _groups, ...village }) => village);
  return { ...found, villages: [], rows, status };
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
  return (
    <Page title={o.title} lead={o.lead(String(page.year))}>
      <FilterBar action={to("/komitmen")}>
        <SelectField
          name="tahun"
          label={o.year}
          defaultValue={String(page.year)}
          options={page.years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <SelectField
          name="status"
          label={o.status}
          defaultValue={page.status}
          options={[
            { value: "", label: t.filters.all },
            ...statuses.map((value) => ({ value, label: t.statuses[value] })),
          ]}
        />
      </FilterBar>
      <PublicTable page={page} />
      <div>
        <ButtonLink look="plain" href={to(`/komitmen/unduh.csv?tahun=${page.year}`)}>
          {o.download}
        </ButtonLink>
      </div>
      <p className="quiet small">{t.barKey}</p>
      <p className="quiet small">{o.sums}</p>
      <p className="quiet small">{o.rule(String(page.rule), formatDate(language, page.asOf))}</p>
    </Page>
  );
}

type PageData = { readonly page: NonNullable<Route.ComponentProps["loaderData"]> };

function PublicTable({ page: { rows, year } }: PageData) {
  const t = useTexts(commitmentTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const rupiah = (n: number) => formatRupiah(language, n);
  if (rows.length === 0)
    return (
      <EmptyState title={t.none}>
        <p>{t.noneNext}</p>
      </EmptyState>
    );
  const total = (of: (row: (typeof rows)[number]) => number) =>
    rupiah(rows.reduce((sum, row) => sum + of(row), 0));
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
          total: total((row) => row[stage]),
          cell: (row: (typeof rows)[number]) =>
            stage !== "need" && row.status === "silent" ? "–" : rupiah(row[stage]),
        })),
        {
          key: "bar",
          head: t.columns.share,
          phone: "wide" as const,
          total: "",
          cell: (row) => <BulletBar {...row} />,
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
