import { markEvents, requiredPace, type RequiredPace, type TrendMark } from "@tuwai/domain/forecast";
import { type Month, month } from "@tuwai/domain/time";
import { may, requireSeesPlace } from "#access";
import { AppError } from "#app";
import { read, type Step } from "#use-case";
import { findForecast, type StoredForecast } from "./forecast.store.ts";
import { listTrendEvents } from "./trend-event.store.ts";
import { readPlanningSettings } from "./planning-settings.ts";

/** A place within the actor's own area; the whole of it without any. */
export type ForecastArea = {
  readonly villageCode?: string | undefined;
  readonly kecamatanCode?: string | undefined;
};

export type CoverageTarget = {
  readonly by: Month;
  readonly percent: number;
  readonly confirmed: boolean;
};

/** What was and what may come of a place, in people, and the pace that the target asks for. */
export type ShownForecast = StoredForecast & {
  readonly area: { readonly villageCode: string | null; readonly kecamatanCode: string | null };
  readonly target: CoverageTarget;
  /** Null once the target's month has passed. */
  readonly required: RequiredPace | null;
  /** What happened beside the line, oldest first. */
  readonly marks: readonly TrendMark[];
  readonly computedAt: Date;
};

/** Fewer people than these are told only to those who work with their list. */
const fewest = 10;

/**
 * The forecast of the actor's area, or of a place in it; null before the first has been made, and of a place with so few people that
 * only who may read its workers is told. Throws `not-found` for a place outside the area, and to whoever sees no figures of villages.
 */
export async function forecastOf(
  step: Pick<Step, "tx" | "area" | "actor">,
  asked: ForecastArea = {},
): Promise<ShownForecast | null> {
  const { tx, area, actor } = step;
  const villageCode = asked.villageCode ?? area.villageCode;
  const kecamatanCode = asked.kecamatanCode ?? (asked.villageCode === undefined ? area.kecamatanCode : null);
  const areaCode = villageCode ?? kecamatanCode ?? "";
  const row = await findForecast(tx, areaCode);
  const isWithin =
    row === undefined
      ? areaCode === "" || areaCode === (area.villageCode ?? area.kecamatanCode)
      : (area.villageCode === null || row.villageCode === area.villageCode) &&
        (area.kecamatanCode === null || row.kecamatanCode === area.kecamatanCode);
  if (!isWithin) throw new AppError("not-found");
  requireSeesPlace(actor, asked);
  if (row === undefined) return null;
  if (row.answer.everyone < fewest && !may(actor, "worker.read")) return null;
  const target = await targetOf(step);
  const { covered, everyone, from, observed } = row.answer;
  const events = (await listTrendEvents(tx, row)).filter(({ month: of }) => of >= observed[0]!.month);
  return {
    ...row.answer,
    area: { villageCode: row.villageCode, kecamatanCode: row.kecamatanCode },
    target,
    required: requiredPace({ covered, everyone, from }, target) ?? null,
    marks: markEvents(events, everyone),
    computedAt: row.computedAt,
  };
}

async function targetOf({ tx, actor }: Pick<Step, "tx" | "actor">): Promise<CoverageTarget> {
  const settings = await readPlanningSettings(tx, actor.regionCode);
  const year = settings["coverage-target-year"];
  const percent = settings["coverage-target-percent"];
  return {
    by: month(`${year.value}-12`),
    percent: percent.value,
    confirmed: year.confirmed && percent.confirmed,
  };
}

/** The forecast as its page shows it. */
export const getForecast = read(
  { purpose: "forecast", permission: "forecast.read" },
  (step, asked: ForecastArea): Promise<ShownForecast | null> => forecastOf(step, asked),
);
