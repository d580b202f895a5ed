import { figureNames, foldMonths, type MonthFigure } from "@tuwai/domain/figures";
import { monthOf } from "@tuwai/domain/time";
import type { App } from "#app";
import { wholeCity } from "#access";
import { asCity } from "#use-case";
import {
  listArrivalRows,
  listCohortRows,
  listFigureRows,
  lockFigures,
  replaceArrivals,
  replaceCohorts,
  replaceFigures,
} from "./figure.store.ts";
import { countArrivals, listWorkerMonths } from "./worker-months.view.ts";

/** Handler of `figures.refresh`: counts every village and month anew and stores what differs. Repeating it changes nothing. */
export function refreshFigures(app: App): Promise<{ readonly changed: number }> {
  return asCity(app, "figures.refresh", async ({ tx, actor: { regionCode }, today, now, follow }) => {
    await lockFigures(tx);
    const { figures, cohorts } = foldMonths(await listWorkerMonths(tx, regionCode), monthOf(today));
    const before = new Map((await listFigureRows(tx, wholeCity(regionCode))).map((row) => [keyOf(row), row]));
    const changed = figures.filter((figure) => !isSame(figure, before.get(keyOf(figure))));
    for (const figure of figures) before.delete(keyOf(figure));
    const gone = [...before.values()];
    if (changed.length + gone.length > 0) await replaceFigures(tx, changed, gone, { regionCode, at: now });
    if (JSON.stringify(cohorts) !== JSON.stringify(await listCohortRows(tx, wholeCity(regionCode))))
      await replaceCohorts(tx, cohorts, regionCode);
    const arrivals = await countArrivals(tx, regionCode);
    if (JSON.stringify(arrivals) !== JSON.stringify(await listArrivalRows(tx, regionCode)))
      await replaceArrivals(tx, arrivals, regionCode);
    if (changed.length + gone.length > 0) await follow("planning.forecast", {});
    await follow("dashboards.refresh", {});
    return { changed: changed.length + gone.length };
  });
}

const keyOf = ({ villageCode, group, month }: MonthFigure): string => `${villageCode}|${group}|${month}`;

function isSame(figure: MonthFigure, stored: MonthFigure | undefined): boolean {
  return stored !== undefined && figureNames.every((name) => figure[name] === stored[name]);
}
