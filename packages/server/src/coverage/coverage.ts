import type { Range } from "@tuwai/domain/indicators";
import type { CivilDate, Month } from "@tuwai/domain/time";

/** Released figures, exactly as `/cakupan.json` and `tuwai status` give them (contracts.md 3). */
export type Coverage = {
  readonly definition: string;
  /**
   * Of the whole city, villages too small to be shown included, rounded on their own (reliability.md G.7 S3): not the sum
   * of the villages. Null before the first release.
   */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly estimate: Range | null;
  readonly listed: number | null;
  /** The complete month that is told; null before the first release. */
  readonly month: Month | null;
  /** Day on which they were published; null before the first release. */
  readonly releasedOn: CivilDate | null;
  /** Names these figures in print. */
  readonly citationCode: string | null;
  /** One decimal. */
  readonly percent: number | null;
  readonly sources: readonly string[];
  readonly asOf: { readonly numerator: string | null; readonly denominator: string | null };
  /** First day on which the city's figure stood as it stands. */
  readonly unchangedSince: string | null;
  /** Rounded on their own like the city; in code order. Empty before the first release. */
  readonly kecamatan: readonly CoveredPlace[];
  readonly villages: readonly CoveredVillage[];
};

export type CoveredVillage = CoveredPlace & { readonly kecamatan: string };

export type CoveredPlace = {
  readonly code: string;
  readonly name: string;
  readonly numerator: number | null;
  /** The middle of the estimate of vulnerable workers. */
  readonly denominator: number | null;
  readonly estimate: Range | null;
  /** People on lists that villages sent; rounded like the numerator. */
  readonly listed: number | null;
  /** Nobody of it is on a list: it has sent none. */
  readonly isSilent: boolean;
  /** Fewer than ten are covered: all that is told of zero to nine. */
  readonly isSmall: boolean;
  readonly percent: number | null;
  /** True where a figure is withheld because it is small, or would show another that is. */
  readonly suppressed: boolean;
};
