import type { Range } from "#indicators";
import type { ReleasedCount, ReleasedPercent } from "./release-count.ts";

/** True counts of one village in one month, and the estimate of its vulnerable workers, which is public as it stands. */
export type VillageCount = {
  readonly code: string;
  readonly numerator: number;
  readonly listed: number;
  readonly estimate: Range | null;
};

/** A released place with the true values to seal until the next release. */
export type ReleasedPlace = ReleasedPercent & {
  readonly code: string;
  readonly numerator: number | null;
  readonly listed: number | null;
  /** Sum of the villages' estimates; null where one of them has none. Shares are of its middle. */
  readonly estimate: Range | null;
  /** Nobody is on a list: the place has sent none. */
  readonly isSilent: boolean;
  /** Fewer than ten are covered of a published list: all that is told of zero to nine, so that no newcomer shows. */
  readonly isSmall: boolean;
  /** True when a half is withheld: because it is small, or because it would show what another place withholds. */
  readonly suppressed: boolean;
  readonly basis: { readonly numerator: ReleasedCount; readonly listed: ReleasedCount };
};

export type CoverageRelease = {
  readonly villages: readonly ReleasedPlace[];
  /** By the wider region's code. */
  readonly kecamatan: readonly ReleasedPlace[];
  readonly city: ReleasedPlace;
};
