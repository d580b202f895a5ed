import {
  attackRelease,
  coverageDefinition,
  releaseCoverage,
  type VillageCount,
} from "@tuwai/domain/coverage";
import { lastCompleteMonth, type MonthFigure, sumByMonth } from "@tuwai/domain/figures";
import { type CivilDate, jakartaDate, type Month } from "@tuwai/domain/time";
import { type App, publicActor } from "#app";
import { readPublicCommitments, type PublicYear } from "#commitments";
import {
  findLastOfDay,
  listPublished,
  listReleaseRows,
  lockPublication,
  pastRelease,
  publishedRows,
  type Source,
  listVillageNames,
  trueValuesOf,
} from "#coverage";
import { listMonthFigures } from "#figures";
import { type EstimateOf, estimatesOf, listIndicators } from "#indicators";
import { getCity } from "#regions";
import { asCity, type Step } from "#use-case";
import { insertDraft, listBases, hasDraft, type NewDraft } from "./draft.store.ts";
import { countGroups } from "./group-count.view.ts";
import { sealBases, openBases } from "./sealed-bases.ts";
import {
  basesOf,
  commitmentsTable,
  coverageTable,
  indicatorsTable,
  monthsTable,
  releaseGroups,
  revisionsTable,
} from "./release-tables.ts";

/**
 * Makes the draft of the last complete month, once: its figures by the rules of small numbers, its tables, and what attacks on it found.
 * Nothing where the month has a release or a draft, or where nobody was listed in it.
 */
export async function prepareRelease(app: App, month?: Month): Promise<{ readonly prepared: Month | null }> {
  const commitments = await readPublicCommitments(app, publicActor(app.config.regionCode));
  return asCity(app, "release.prepare", async (step) => {
    await lockPublication(step.tx);
    const of = month ?? lastCompleteMonth(step.today);
    const isHeld = await hasDraft(step.tx, step.actor.regionCode, of);
    const draft = isHeld ? null : await draftOf(step, of, commitments);
    if (draft === null) return { prepared: null };
    await insertDraft(step, draft);
    await step.audit({ objectType: "release", objectId: draft.id, details: { month: of } });
    return { prepared: of };
  });
}

async function draftOf(step: Step, month: Month, commitments: PublicYear | null): Promise<NewDraft | null> {
  const { app, tx, actor, today } = step;
  const all = await listMonthFigures(step);
  const estimates = await estimatesOf(step);
  const places = await listVillageNames(tx, actor.regionCode);
  const counts = countsOf(places, { figures: all.filter((one) => one.month === month), estimates });
  if (counts.every(({ listed }) => listed === 0)) return null;
  const past = await listPast(step, month);
  const earlier = past.filter(({ release }) => release.definition === coverageDefinition);
  const earlierFigures = earlier.map(({ figures }) => figures);
  const ofDay = earlier.length > 0 ? undefined : await findLastOfDay(tx, actor.regionCode);
  const last = earlierFigures.at(-1) ?? (ofDay === undefined ? undefined : await pastRelease(app, tx, ofDay));
  const figures = releaseCoverage(counts, basesOf(last), earlierFigures);
  const rows = publishedRows(figures, places, getCity(app.config).name);
  const before = (await listBases(tx, actor.regionCode)).map((one) => openBases(app, one));
  const earlierGroups = before.map(({ groups }) => groups);
  const groups = releaseGroups(month, await countGroups(tx, actor.regionCode, month), earlierGroups);
  const known = new Map(sumByMonth(all, "worker").map((sum) => [sum.month, sum]));
  const told = past.map(({ release, figures: of }) => {
    return { month: release.month, releasedOn: jakartaDate(release.releasedAt.getTime()), figures: of };
  });
  const revised = revisionsTable(told, known, before.at(-1)?.revisions ?? {});
  const id = step.newId();
  const truth = { places: trueValuesOf(figures), groups: groups.figures, revisions: revised.revisions };
  return {
    id,
    month,
    figures: { definition: coverageDefinition, ...datesOf(today, estimates), rows },
    tables: [
      coverageTable(month, rows),
      monthsTable(past, { month, rows }),
      indicatorsTable(await listIndicators(step)),
      commitmentsTable(commitments),
      groups.table,
      revised.table,
    ],
    attacks: [...attackRelease(figures, earlierFigures), ...attackRelease(groups.figures, earlierGroups)],
    basesSealed: sealBases(app, id, truth),
  };
}

/** The releases of months before this one, oldest first. */
async function listPast({ app, tx, actor }: Step, month: Month) {
  const past = [];
  for (const release of (await listReleaseRows(tx, actor.regionCode)).toReversed())
    if (release.month < month) {
      const rows = await listPublished(tx, release.id);
      past.push({ release, rows, figures: await pastRelease(app, tx, release) });
    }
  return past;
}

/** True counts of every village of the city: whoever is an officer of a village is another programme's. */
function countsOf(
  places: readonly { readonly code: string }[],
  of: { readonly figures: readonly MonthFigure[]; readonly estimates: readonly EstimateOf[] },
): readonly VillageCount[] {
  const figures = new Map(
    of.figures.filter(({ group }) => group === "worker").map((one) => [one.villageCode, one]),
  );
  const estimates = new Map(of.estimates.map((one) => [one.villageCode, one]));
  return places.map(({ code }) => {
    const figure = figures.get(code);
    const estimate = estimates.get(code);
    return {
      code,
      numerator: figure?.covered ?? 0,
      listed: figure?.listed ?? 0,
      estimate:
        estimate === undefined ? null : { low: estimate.low, middle: estimate.middle, high: estimate.high },
    };
  });
}

/** Names of registers, as they are called; proper names, not sentences of a screen. */
function datesOf(today: CivilDate, estimates: readonly EstimateOf[]) {
  const fixed = [
    ...new Map(
      estimates.flatMap(({ sources }) => sources).map((one) => [`${one.source}|${one.asOf}`, one]),
    ).values(),
  ];
  const sources: readonly Source[] = [
    { half: "numerator", name: "TuWai KeTan: iuran yang diterima BPJS Ketenagakerjaan", asOf: today },
    ...fixed.map((one): Source => ({ half: "denominator", name: one.source, asOf: one.asOf })),
  ];
  const dates = fixed
    .map(({ asOf }) => asOf)
    .filter((asOf) => asOf.length === 10)
    .toSorted();
  return { sources, asOfNumerator: today, asOfDenominator: dates.at(-1) ?? today };
}
