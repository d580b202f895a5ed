import type { MinutesSnapshot, SnapshotVillage } from "./minutes-snapshot.ts";

export type MinutesSums = {
  readonly villages: number;
  /** Whose promises are in the sum, those awaiting among them. */
  readonly declared: number;
  readonly heads: number;
  readonly rupiah: number;
  readonly need: number;
  readonly awaiting: number;
  readonly awaitingRupiah: number;
  readonly objected: number;
  readonly objectedRupiah: number;
  readonly silent: readonly string[];
};

export const rupiahOf = ({ lines }: Pick<SnapshotVillage, "lines">): number =>
  lines.reduce((sum, { rupiah }) => sum + rupiah, 0);
export const headsOf = ({ lines }: Pick<SnapshotVillage, "lines">): number =>
  lines.reduce((sum, { heads }) => sum + heads, 0);

/** Whether what the village promised is in the sums. */
export const counts = ({ mark }: Pick<SnapshotVillage, "mark">): boolean =>
  mark === "declared" || mark === "awaiting";

const sum = (some: readonly SnapshotVillage[], what: (village: SnapshotVillage) => number): number =>
  some.reduce((all, village) => all + what(village), 0);

/** The closing line of the table: what awaits a village's word counts, what it objected to does not, and silence is named. */
export function sumVillages({ villages }: Pick<MinutesSnapshot, "villages">): MinutesSums {
  const of = (mark: SnapshotVillage["mark"]) => villages.filter((village) => village.mark === mark);
  const counted = villages.filter(counts);
  return {
    villages: villages.length,
    declared: counted.length,
    heads: sum(counted, headsOf),
    rupiah: sum(counted, rupiahOf),
    need: sum(villages, ({ need }) => need),
    awaiting: of("awaiting").length,
    awaitingRupiah: sum(of("awaiting"), rupiahOf),
    objected: of("objected").length,
    objectedRupiah: sum(of("objected"), rupiahOf),
    silent: of("silent").map(({ name }) => name),
  };
}
