import type { RankedRow } from "#charts";
import type { Drawing } from "#cities";
import { type Charted, sayings } from "./chart-words.ts";
import { type VillageOrder, villageOrders, villageRanking, wholeOf } from "./village-chart.ts";

export const villageViews = ["peringkat", "petak", "peta"] as const;
export type VillageView = (typeof villageViews)[number];

export type VillageQuery = {
  readonly view: VillageView;
  readonly order: VillageOrder;
  readonly all: boolean;
};

/** Everything the address may say of the villages; anything else counts as not said. */
export function readVillageQuery(params: URLSearchParams): VillageQuery {
  return {
    view: villageViews.find((view) => view === params.get("lihat")) ?? "peringkat",
    order: villageOrders.find((order) => order === params.get("urut")) ?? "terendah",
    all: params.has("semua"),
  };
}

type Tile = { readonly code: string; readonly label: string; readonly x: number; readonly y: number };

export type VillageForms = {
  readonly query: VillageQuery;
  readonly rows: readonly RankedRow[];
  readonly total: number;
  readonly tiles: readonly Tile[];
  readonly drawing: Drawing | null;
  /** Of the whole area; null before anybody is counted. */
  readonly reference: number | null;
  readonly referenceText: string;
};

const shortList = 10;

/** The villages of the area as the page shows them: the ten that need help most, or all. */
export function villageForms(
  charted: Charted,
  {
    query,
    tiles,
    drawing,
  }: { readonly query: VillageQuery; readonly tiles: readonly Tile[]; readonly drawing: Drawing | null },
): VillageForms {
  const { villages } = charted.dashboard;
  const ranked = villageRanking(charted, query.order);
  const isWhole = query.all || query.view !== "peringkat";
  const of = villages.reduce((sum, village) => sum + wholeOf(village), 0);
  const covered = villages.reduce((sum, village) => sum + village.covered, 0);
  const reference = of === 0 ? null : (covered / of) * 100;
  return {
    query,
    rows: isWhole ? ranked : ranked.slice(0, shortList),
    total: ranked.length,
    tiles:
      query.view === "petak"
        ? tiles.filter(({ code }) => villages.some((village) => village.code === code))
        : [],
    drawing,
    reference,
    referenceText: reference === null ? "" : sayings(charted).percent(reference),
  };
}
