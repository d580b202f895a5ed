import type { MonthFigure } from "#figures";
import { listMonths, shiftMonth, type Month } from "#time";
import type { ObservedMonth, VillageHistory } from "./history.ts";

/** A village and its vulnerable workers, by the city's estimate; null where nothing is estimated. */
export type ForecastPlace = {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly everyone: number | null;
};

/**
 * Histories of all places from the month before anybody was covered to the last complete one; none where nobody ever was. Without an
 * estimate everyone is whoever stands on the list. Officers of villages are left out.
 */
export function historiesOf(
  places: readonly ForecastPlace[],
  figures: readonly MonthFigure[],
  until: Month,
): readonly VillageHistory[] {
  const workers = figures.filter(({ group, month }) => group === "worker" && month <= until);
  const first = workers
    .filter(({ covered }) => covered > 0)
    .reduce<Month | null>((least, { month }) => (least === null || month < least ? month : least), null);
  if (first === null) return [];
  const months = listMonths(shiftMonth(first, -1), until);
  const byVillage = Map.groupBy(workers, ({ villageCode }) => villageCode);
  return places.map(({ villageCode, kecamatanCode, everyone }) => {
    const own = new Map(byVillage.get(villageCode)?.map((figure) => [figure.month, figure]));
    const listed = own.get(until)?.listed ?? 0;
    const observed = months.map((month): ObservedMonth => {
      const { covered = 0, joined = 0, returned = 0 } = own.get(month) ?? {};
      return { month, covered, joined, returned };
    });
    return { villageCode, kecamatanCode, everyone: everyone ?? listed, months: observed };
  });
}
