import type { Arrival, Cohort, MonthFigure } from "@tuwai/domain/figures";
import type { Step } from "#use-case";
import { listArrivalRows, listCohortRows, listFigureRows } from "./figure.store.ts";

type Asked = Pick<Step, "tx" | "area">;

/** Every village and month of the actor's area, oldest first; workers and officers apart. */
export const listMonthFigures = ({ tx, area }: Asked): Promise<readonly MonthFigure[]> =>
  listFigureRows(tx, area);

/** Of the workers of the area first covered in one month, how many each later month covers; a month that covers none is absent. */
export const listCohorts = ({ tx, area }: Asked): Promise<readonly Cohort[]> => listCohortRows(tx, area);

/** Of the whole city: when payments for a month become known. */
export const listArrivals = ({ tx, area }: Asked): Promise<readonly Arrival[]> =>
  listArrivalRows(tx, area.regionCode);
