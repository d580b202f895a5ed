import { scopeOf } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getVillageCoverage } from "@tuwai/server/coverage";
import type { LoadedCoverage } from "#coverage";
import { localPath, type Language } from "#language/language.ts";
import { taskTexts } from "#language/tasks.ts";
import type { HonestShare } from "#ui";

export type OwnArea = {
  readonly name: string;
  /** Public page of the area. */
  readonly href: string;
  readonly share: HonestShare;
};

/**
 * The reader's first number: exact and of this minute for those who work with the lists of the area, the released one
 * for everybody else. The use case decides again; asking first only avoids a refusal on the first page of the day.
 */
export async function findOwnArea(
  [app, actor]: readonly [App, Actor],
  { rows, share, language }: LoadedCoverage,
): Promise<OwnArea> {
  const village = rows.find((row) => row.code === actor.scope);
  const kecamatan = rows.find((row) => row.code.startsWith(`${actor.scope}.`))?.kecamatan;
  const name = (village ?? kecamatan)?.name ?? taskTexts[language].wholeCity;
  const href = village?.href ?? localPath(language, kecamatan ? `/cakupan/${kecamatan.slug}` : "/cakupan");
  if (mayCount(actor)) {
    const { total, asOf } = await getVillageCoverage(app, actor);
    return { name, href, share: countedShare(total, asOf, language) };
  }
  const { percent, numerator, denominator } = village ?? share;
  return { name, href, share: { ...share, percent, numerator, denominator } };
}

function mayCount(actor: Actor): boolean {
  const scope = scopeOf(actor, "stats.internal.read");
  return scope !== null && scope !== "A" && actor.role !== "EXE";
}

type Total = { readonly numerator: number; readonly denominator: number; readonly percent: number | null };

function countedShare(total: Total, today: string, language: Language): HonestShare {
  const asOf = { numerator: today, denominator: today };
  return { ...total, asOf, sources: [taskTexts[language].countedNow], unchangedSince: null };
}
