import type { ReactElement } from "react";
import { useLocation } from "react-router";
import { RankedDots, TileMap, VillageMap } from "#charts";
import { coverageTexts } from "#language/coverage.ts";
import { useTexts } from "#language/use-texts.ts";
import { ButtonLink, EmptyState, FilterBar, LinkTabs, SelectField, TextField, withQuery } from "#ui";
import type { Drawing } from "#cities";
import { orders, views, type AreaQuery } from "./area-query.ts";
import type { VillageRow } from "./village-rows.ts";

const shortList = 15;

export type ViewedArea = {
  readonly rows: readonly VillageRow[];
  readonly total: number;
  readonly query: AreaQuery;
  readonly drawing: Drawing | null;
  readonly tiles: readonly {
    readonly code: string;
    readonly label: string;
    readonly x: number;
    readonly y: number;
  }[];
  readonly cityPercent: number | null;
  readonly cityPercentText: string;
};

/** One question, four forms: which villages need help, and where are they? */
export function VillageViews({ page }: { readonly page: ViewedArea }): ReactElement {
  const t = useTexts(coverageTexts);
  const { pathname, search } = useLocation();
  const { rows, total, query } = page;
  const choices = views.map((view) => ({
    href: pathname + withQuery(search, { lihat: view === "peringkat" ? null : view, semua: null }),
    label: t.views[view],
    current: view === query.view,
  }));
  const isFiltered = query.search !== "" || query.kind !== "";
  const cleared = pathname + withQuery(search, { cari: null, jenis: null });
  return (
    <section className="card" aria-labelledby="desa">
      <h2 id="desa">{isFiltered ? t.villagesOf(rows.length, total) : t.villagesCount(total)}</h2>
      <FilterBar
        keep={{ lihat: query.view === "peringkat" ? undefined : query.view }}
        clearHref={isFiltered ? cleared : undefined}
      >
        <TextField name="cari" label={t.search} defaultValue={query.search} type="search" />
        <SelectField
          name="jenis"
          label={t.kind}
          defaultValue={query.kind}
          options={(["", "desa", "kelurahan"] as const).map((value) => ({ value, label: t.kinds[value] }))}
        />
        <SelectField
          name="urut"
          label={t.order}
          defaultValue={query.order}
          options={orders.map((value) => ({ value, label: t.orders[value] }))}
        />
      </FilterBar>
      <LinkTabs label={t.viewLabel} choices={choices} />
      {rows.length === 0 ? <EmptyState title={t.none}>{t.noneTodo}</EmptyState> : <ChosenView page={page} />}
    </section>
  );
}

function ChosenView({ page }: { readonly page: ViewedArea }): ReactElement | null {
  const { view } = page.query;
  if (view === "tabel") return null;
  if (view === "peringkat") {
    return (
      <div className="columns columns-wide-first">
        <Ranking page={page} />
        <AreaMap page={page} />
      </div>
    );
  }
  return (
    <div className="columns">
      {view === "petak" ? <AreaTiles page={page} /> : <AreaMap page={page} />}
      <Ranking page={page} />
    </div>
  );
}

function AreaMap({ page: { drawing, rows } }: { readonly page: ViewedArea }): ReactElement {
  const t = useTexts(coverageTexts);
  if (drawing === null) return <p className="quiet">{t.noMap}</p>;
  return <VillageMap title={t.mapTitle} drawing={drawing} values={rows} />;
}

function AreaTiles({ page: { tiles, rows } }: { readonly page: ViewedArea }): ReactElement {
  const t = useTexts(coverageTexts);
  if (tiles.length === 0) return <p className="quiet">{t.noMap}</p>;
  return (
    <div className="stack">
      <p className="quiet">{t.tileNote}</p>
      <TileMap title={t.tileTitle} tiles={tiles} values={rows} />
    </div>
  );
}

function Ranking({ page }: { readonly page: ViewedArea }): ReactElement {
  const t = useTexts(coverageTexts);
  const { pathname, search } = useLocation();
  const { rows, query } = page;
  const counted = rows.filter((row) => !row.isSilent);
  const shown = query.all ? counted : counted.slice(0, shortList);
  return (
    <div className="stack">
      <h3>{t.rankingTitle[query.order]}</h3>
      <RankedDots
        title={t.rankingTitle[query.order]}
        rows={shown.map((row) => ({ ...row, ...(row.isKelurahan ? { note: t.kelurahanShort } : {}) }))}
        reference={page.cityPercent}
      />
      {page.cityPercentText !== "" && <p className="quiet small">{t.cityLine(page.cityPercentText)}</p>}
      {shown.length < counted.length && (
        <ButtonLink look="plain" href={`${pathname}${withQuery(search, { semua: "1" })}#desa`}>
          {t.showAll(counted.length)}
        </ButtonLink>
      )}
    </div>
  );
}
