import { type LadderStage, percentOf, type SeriesCode } from "@tuwai/domain/indicators";
import type { App } from "#app";
import { asCity } from "#use-case";
import { ladderOf } from "./ladder-of.ts";
import { type Indicator, listIndicators } from "./list-indicators.ts";
import { findLastVersion } from "./estimate.store.ts";

/** As `tuwai coverage explain` gives it (contracts.md 3). */
export type ExplainedCoverage = {
  readonly indicators: readonly ExplainedIndicator[];
  readonly ladder: readonly { readonly stage: LadderStage; readonly persons: number }[];
};

export type ExplainedIndicator = {
  readonly code: SeriesCode;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** One decimal of both halves; a bare percentage as it was told. */
  readonly percent: number | null;
  readonly sources: readonly string[];
  readonly asOf: { readonly numerator: string | null; readonly denominator: string | null };
  readonly unchangedSince: string | null;
};

/**
 * Every series with its halves and sources, and the ladder, exact and of this minute: for whoever keeps the city's server, who may read
 * the database anyway.
 */
export function explainCoverage(app: App): Promise<ExplainedCoverage> {
  return asCity(app, "coverage.explain", async (step) => {
    const ladder = await ladderOf(step);
    const at = (stage: LadderStage) => ladder.find((each) => each.stage === stage)!.persons;
    const estimate = await findLastVersion(step.tx);
    const live = {
      "vulnerable-covered": { numerator: at("covered"), denominator: estimate?.middle ?? null },
      "listed-covered": { numerator: at("covered"), denominator: at("coverable") },
    };
    const counted = (code: SeriesCode) =>
      code === "vulnerable-covered" || code === "listed-covered" ? live[code] : null;
    const employed = estimate?.sources.find(({ kind }) => kind === "employed");
    return {
      ladder: ladder.map(({ stage, persons }) => ({ stage, persons })),
      indicators: (await listIndicators(step)).map((indicator) => {
        const halves = counted(indicator.code);
        if (halves === null) return explained(indicator);
        const { code } = indicator;
        const isEstimate = code === "vulnerable-covered";
        return {
          code,
          ...halves,
          percent: percentOf({ ...halves, barePercent: null }),
          sources: [
            `TuWai KeTan (${step.today})`,
            ...(isEstimate
              ? (estimate?.sources ?? [])
                  .filter(
                    ({ kind }) => kind === "employed" || kind === "informal-share" || kind === "out-of-scope",
                  )
                  .map(({ source, asOf }) => `${source} (${asOf})`)
              : []),
          ],
          asOf: {
            numerator: step.today,
            denominator: isEstimate ? (employed?.asOf ?? null) : step.today,
          },
          unchangedSince: isStanding(indicator, halves) ? indicator.unchangedSince : step.today,
        };
      }),
    };
  });
}

/** Whether the last figure that was published is the one of this minute. */
const isStanding = (
  { latest }: Indicator,
  halves: { readonly numerator: number; readonly denominator: number | null },
): boolean => latest?.numerator === halves.numerator && latest.denominator === halves.denominator;

function explained({ code, latest, unchangedSince }: Indicator): ExplainedIndicator {
  if (latest === null) {
    const nothing = { numerator: null, denominator: null, percent: null };
    return { code, ...nothing, sources: [], asOf: { numerator: null, denominator: null }, unchangedSince };
  }
  const { numerator, denominator, percent, asOf, source, denominatorSource, denominatorAsOf } = latest;
  return {
    code,
    numerator,
    denominator,
    percent,
    sources: [`${source} (${asOf})`, ...(denominatorSource === null ? [] : [denominatorSource])],
    asOf: { numerator: asOf, denominator: denominator === null ? null : (denominatorAsOf ?? asOf) },
    unchangedSince,
  };
}
