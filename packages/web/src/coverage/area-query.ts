import type { VillageRow } from "./village-rows.ts";

export const views = ["peringkat", "petak", "peta", "tabel"] as const;
export type View = (typeof views)[number];
export const orders = ["terendah", "tertinggi", "belum", "nama"] as const;
export type Order = (typeof orders)[number];

/** Everything the page's address may say; anything else counts as not said. */
export type AreaQuery = {
  readonly view: View;
  readonly order: Order;
  readonly kind: "desa" | "kelurahan" | "";
  readonly search: string;
  readonly all: boolean;
};

export function readAreaQuery(params: URLSearchParams): AreaQuery {
  const kind = params.get("jenis");
  return {
    view: views.find((view) => view === params.get("lihat")) ?? "peringkat",
    order: orders.find((order) => order === params.get("urut")) ?? "terendah",
    kind: kind === "desa" || kind === "kelurahan" ? kind : "",
    search: (params.get("cari") ?? "").trim().slice(0, 60),
    all: params.has("semua"),
  };
}

/** The rows asked for, in the order asked for. Fewer than ten covered is the lowest coverage there is; villages without a number come last. */
export function selectVillages(rows: readonly VillageRow[], query: AreaQuery): VillageRow[] {
  const wanted = query.search.toLowerCase();
  return rows
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .filter(({ isKelurahan }) => query.kind === "" || isKelurahan === (query.kind === "kelurahan"))
    .toSorted((a, b) => {
      if (query.order === "nama") return collator.compare(a.name, b.name);
      return silence(a) - silence(b) || compareBy[query.order](a, b) || collator.compare(a.name, b.name);
    });
}

/** How little a village says: a share or that few are covered, its parts only, nothing. The less, the later. */
function silence({ percent, numerator, isSmall }: VillageRow): number {
  if (percent !== null || isSmall) return 0;
  return numerator !== null ? 1 : 2;
}

/** A share to sort by: of fewer than ten covered it is below every other, and the lower the more are not. */
const lowness = ({ percent, isSmall, unprotected }: VillageRow): number =>
  isSmall ? -1 - (unprotected ?? 0) : (percent ?? 0);

const collator = new Intl.Collator("id", { sensitivity: "base", numeric: true });
const compareBy = {
  terendah: (a: VillageRow, b: VillageRow) => lowness(a) - lowness(b),
  tertinggi: (a: VillageRow, b: VillageRow) => lowness(b) - lowness(a),
  belum: (a: VillageRow, b: VillageRow) => (b.unprotected ?? 0) - (a.unprotected ?? 0),
} satisfies Record<Exclude<Order, "nama">, (a: VillageRow, b: VillageRow) => number>;
