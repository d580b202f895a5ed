/** What is counted: people on village lists with cover on the day, out of people on village lists who may be covered. */
export const coverageDefinition = "pekerja-rentan-terlindungi";

/** Released figures, exactly as `/cakupan.json` and `tuwai status` give them (contracts.md 3). */
export type Coverage = {
  readonly definition: string;
  /** Sums of the released villages; null before the first release. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** One decimal. */
  readonly percent: number | null;
  readonly sources: readonly string[];
  readonly asOf: { readonly numerator: string | null; readonly denominator: string | null };
  /** First day on which the city's figure stood as it stands. */
  readonly unchangedSince: string | null;
  readonly villages: readonly CoveredVillage[];
};

export type CoveredVillage = {
  readonly code: string;
  readonly name: string;
  readonly kecamatan: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly percent: number | null;
  /** True where a figure is withheld because it is small. */
  readonly suppressed: boolean;
};
