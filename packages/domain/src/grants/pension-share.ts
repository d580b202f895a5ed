import type { RateRow } from "#contributions";
import { month } from "#time";

/** Pension (JP) of wage earners: shares of the wage in ten-thousandths, up to a ceiling that is set anew every March. */
export type PensionShare = {
  employerPerTenThousand: number;
  officerPerTenThousand: number;
  ceilingRupiah: number;
};

export const pensionShares: readonly RateRow<PensionShare>[] = [
  {
    id: "pu-village-jp-2025-03",
    from: month("2025-03"),
    until: month("2026-02"),
    ends: "review",
    value: { employerPerTenThousand: 200, officerPerTenThousand: 100, ceilingRupiah: 10_547_400 },
    source: {
      instrument: "PP 45/2015",
      article: "iuran JP 2 % + 1 %, upah tertinggi 2025",
      mark: "reported",
    },
  },
];
