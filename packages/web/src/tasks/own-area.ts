import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { type ExactShare, getVillageCoverage } from "@tuwai/server/coverage";
import type { LoadedCoverage } from "#coverage";
import { localPath, type Language } from "#language/language.ts";
import { taskTexts } from "#language/tasks.ts";
import type { HonestShare } from "#ui";

export type OwnArea = {
  readonly name: string;
  /** Public page of the area. */
  readonly href: string;
  readonly share: HonestShare;
  readonly definition: string;
  /** Who stands beside the number; with exact figures only. */
  readonly beside: ExactShare["beside"] | null;
};

/**
 * The reader's first number: exact and of this minute for those who work with the lists of the area, the released one
 * for everybody else. The use case decides again; asking first only avoids a refusal on the first page of the day.
 */
export async function findOwnArea(
  [app, actor]: readonly [App, Actor],
  { rows, share, language, coverage }: LoadedCoverage,
): Promise<OwnArea> {
  const village = rows.find((row) => row.code === actor.scope);
  const kecamatan = rows.find((row) => row.code.startsWith(`${actor.scope}.`))?.kecamatan;
  const name = (village ?? kecamatan)?.name ?? taskTexts[language].wholeCity;
  const href = village?.href ?? localPath(language, kecamatan ? `/cakupan/${kecamatan.slug}` : "/cakupan");
  if (may(actor, "stats.village.read")) {
    const { definition, total, asOf } = await getVillageCoverage(app, actor);
    const beside = total.denominator === 0 ? null : total.beside;
    return { name, href, definition, beside, share: countedShare(total, asOf, language) };
  }
  const { percent, numerator, denominator } = village ?? share;
  const released = { ...share, percent, numerator, denominator };
  return { name, href, definition: coverage.definition, beside: null, share: released };
}

function countedShare(
  { percent, numerator, denominator }: ExactShare,
  today: string,
  language: Language,
): HonestShare {
  const asOf = { numerator: today, denominator: today };
  // Of nobody there is no share: the page says what will bring one.
  if (denominator === 0)
    return { percent: null, numerator: null, denominator: null, asOf, sources: [], unchangedSince: null };
  return {
    percent,
    numerator,
    denominator,
    asOf,
    sources: [taskTexts[language].countedNow],
    unchangedSince: null,
  };
}

/** Whose one number is the cover of an area; others have a number of their desk. */
export const hasOwnArea = (actor: Actor): boolean =>
  may(actor, "stats.village.read") || may(actor, "city_progress.read");
