import type { Range } from "@tuwai/domain/indicators";
import { estimatedDefinition } from "@tuwai/domain/coverage";
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
  /** Those listed, and those covered of them; with exact figures only. */
  readonly listed: Pick<ExactShare, "numerator" | "denominator" | "percent"> | null;
  /** How many there are by fixed sources; the share above is of its middle. Null where nobody has entered any. */
  readonly estimate: (Range & { readonly isTooLow: boolean }) | null;
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
    const { estimate, isEstimateTooLow: isTooLow } = total;
    return {
      name,
      href,
      definition: estimate === null ? definition : estimatedDefinition,
      beside,
      listed: total.denominator === 0 ? null : total,
      estimate: estimate === null ? null : { ...estimate, isTooLow },
      share: estimate === null ? countedShare(total, asOf, language) : estimatedShare(total, asOf, language),
    };
  }
  const { percent, numerator, denominator } = village ?? share;
  const released = { ...share, percent, numerator, denominator };
  const exact = { beside: null, listed: null, estimate: null };
  return { name, href, definition: coverage.definition, ...exact, share: released };
}

/** Of an estimate that no list changes: a village that sends one never makes the number fall. */
function estimatedShare(total: ExactShare, today: string, language: Language): HonestShare {
  return {
    percent: total.estimatedPercent,
    numerator: total.numerator,
    denominator: total.estimate?.middle ?? null,
    asOf: { numerator: today, denominator: null },
    sources: [taskTexts[language].countedNow, taskTexts[language].estimated],
    unchangedSince: null,
  };
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
