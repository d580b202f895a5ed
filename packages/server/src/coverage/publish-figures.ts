import type { Step } from "#use-case";
import { sealRows, type TrueValues } from "./release-rows.ts";
import { insertRelease, type NewRelease, nextNumber, type PublishedRow } from "./release.store.ts";

export type Figures = Omit<NewRelease, "number" | "regionCode" | "at"> & {
  readonly rows: readonly PublishedRow[];
  readonly truth: TrueValues;
};

/** Publishes the figures of a month, for good, with the true values sealed for the next release. Says its number. */
export async function publishFigures(step: Step, { rows, truth, ...release }: Figures): Promise<number> {
  const { app, tx, actor, now: at } = step;
  const number = await nextNumber(tx, actor.regionCode);
  const { regionCode } = actor;
  await insertRelease(tx, { ...release, number, regionCode, at }, sealRows(app, release.id, rows, truth));
  return number;
}
