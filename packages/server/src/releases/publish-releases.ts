import { createHash } from "node:crypto";
import { isSafe, unchangedSince } from "@tuwai/domain/coverage";
import { lastCompleteMonth, sumByMonth } from "@tuwai/domain/figures";
import { addDays, type CivilDate, civilDate } from "@tuwai/domain/time";
import type { App } from "#app";
import {
  listPublished,
  listReleaseRows,
  lockPublication,
  publishFigures,
  type PublishedRow,
  type ReleaseRow,
} from "#coverage";
import { listMonthFigures, refreshFigures } from "#figures";
import { asCity, type Step } from "#use-case";
import {
  confirmBySystem,
  type ConfirmedDraft,
  hasDraft,
  listConfirmed,
  markPublished,
} from "./draft.store.ts";
import { insertTables } from "./published-table.store.ts";
import { readSettings } from "#settings";
import { releaseSettings } from "./release-settings.ts";
import { prepareRelease } from "./prepare-release.ts";
import { openBases } from "./sealed-bases.ts";

/** Handler of `coverage.publish`: publishes what a second person confirmed, and prepares the last complete month. Repeatable. */
export async function publishReleases(app: App): Promise<void> {
  await publishConfirmed(app);
  if (await isDue(app)) {
    // A release tells what is known: the figures are counted before it.
    await refreshFigures(app);
    await prepareRelease(app);
  }
}

const publishConfirmed = (app: App): Promise<void> =>
  asCity(app, "release.publish", async (step) => {
    await lockPublication(step.tx);
    for (const draft of await listConfirmed(step.tx, step.actor.regionCode)) await publish(step, draft);
  });

/** Whether the last complete month has neither a release nor a draft, and the day to make one has come. */
function isDue(app: App): Promise<boolean> {
  return asCity(app, "release.prepare", async ({ tx, actor: { regionCode }, today }) => {
    const settings = await readSettings(tx, regionCode, releaseSettings);
    const month = lastCompleteMonth(addDays(today, -settings["release-after-days"].value));
    if (month !== lastCompleteMonth(today)) return false;
    return !(await hasDraft(tx, regionCode, month));
  });
}

/** At start: an example city gets the releases of its past, once; what is confirmed is published, and what is due prepared. */
export async function startReleases(app: App): Promise<void> {
  if (app.config.demo && !(await hasReleases(app))) await publishPast(app);
  await publishReleases(app);
}

const hasReleases = (app: App): Promise<boolean> =>
  asCity(
    app,
    "release.prepare",
    async ({ tx, actor }) => (await listReleaseRows(tx, actor.regionCode)).length > 0,
  );

/** Every complete month in which somebody was listed; of a real city two persons look at each. */
async function publishPast(app: App): Promise<void> {
  await refreshFigures(app);
  const months = await asCity(app, "release.prepare", async (step) => {
    const figures = sumByMonth(await listMonthFigures(step), "worker");
    const last = lastCompleteMonth(step.today);
    return figures.filter(({ month, listed }) => month <= last && listed > 0).map(({ month }) => month);
  });
  for (const month of months) {
    await prepareRelease(app, month);
    await asCity(app, "release.publish", (step) => confirmBySystem(step.tx, step.actor.regionCode));
    await publishConfirmed(app);
  }
}

async function publish(step: Step, draft: ConfirmedDraft): Promise<void> {
  const { app, tx, actor, today } = step;
  if (!isSafe(draft.attacks)) throw new Error("a release that attacks broke was confirmed");
  const last = (await listReleaseRows(tx, actor.regionCode))[0];
  const was = last === undefined ? undefined : await figureOf(step, last);
  const { rows, definition, ...head } = draft.figures;
  const is = { definition, asOf: today, ...halvesOf(rows) };
  await publishFigures(step, {
    ...head,
    definition,
    id: draft.id,
    month: draft.month,
    citationCode: citationOf(draft),
    madeLate: draft.confirmedRole === null,
    unchangedSince: unchangedSince(was === undefined ? [is] : [was, is]) ?? today,
    rows,
    truth: openBases(app, draft).places,
  });
  await insertTables(step, draft.id, draft.tables);
  await markPublished(tx, draft.id);
  await step.audit({
    objectType: "release",
    objectId: draft.id,
    details: { month: draft.month, suppressed: rows.filter(({ suppressed }) => suppressed).length },
  });
}

/** The first eight letters of the digest of everything that is published. */
function citationOf({ month, figures, tables }: ConfirmedDraft): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([figures, tables]))
    .digest("hex");
  return `${month}/${digest.slice(0, 8)}`;
}

async function figureOf({ tx }: Step, release: ReleaseRow) {
  const rows = await listPublished(tx, release.id);
  const asOf: CivilDate = civilDate(String(release.unchangedSince));
  return { definition: release.definition, asOf, ...halvesOf(rows) };
}

/** The city's own figure. */
function halvesOf(rows: readonly PublishedRow[]): Pick<PublishedRow, "numerator" | "denominator"> {
  const city = rows.find((row) => row.level === "city");
  return { numerator: city?.numerator ?? null, denominator: city?.denominator ?? null };
}
