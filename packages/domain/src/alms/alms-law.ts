import type { RateSource } from "#law";
import type { CivilDate } from "#time";

/** A share of what was received, in thousandths, from a day on. */
export type CostCap = { readonly from: CivilDate; readonly permille: number; readonly source: RateSource };

/** What collecting and handing out may cost at most. Newest first; none is read in the instrument itself. */
export const costCaps: readonly CostCap[] = [
  {
    from: "1980-08-11" as CivilDate,
    permille: 100,
    source: { instrument: "PP 29/1980; Permensos 8/2021", article: "pasal 6 ayat (1)", mark: "reported" },
  },
];

/** The cap on a day; throws a RangeError for a day that no row reaches. */
export function costCapOn(on: CivilDate): CostCap {
  const row = costCaps.find(({ from }) => from <= on);
  if (row === undefined) throw new RangeError("no cap of costs is known for that day");
  return row;
}

/** Who may hold alms. A city is none of them: it helps to count, and holds no money. */
export const holderKinds = ["baznas", "upz", "foundation"] as const;
export type HolderKind = (typeof holderKinds)[number];

/** By what each may collect; every row waits to be confirmed by the city's law office. */
export const holderLaw: Readonly<Record<HolderKind, RateSource>> = {
  baznas: { instrument: "UU 23/2011", article: "pasal 6, 28", mark: "from-memory" },
  upz: { instrument: "UU 23/2011", article: "pasal 16, 28", mark: "from-memory" },
  foundation: {
    instrument: "UU 9/1961; PP 29/1980; Permensos 8/2021",
    article: "izin PUB",
    mark: "reported",
  },
};
