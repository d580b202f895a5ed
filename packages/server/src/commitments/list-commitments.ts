import { yearToPromise } from "@tuwai/domain/commitments";
import type { CivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import { read } from "#use-case";
import { type CommitmentTotals, readYear, totalsOf, type VillageCommitments } from "./read-year.ts";

export type CommitmentList = {
  readonly year: number;
  readonly isOpen: boolean;
  readonly lockedAt: Date | null;
  readonly villages: readonly VillageCommitments[];
  readonly totals: CommitmentTotals;
};

type Input = {
  readonly year?: number;
  readonly kecamatanCode?: string;
  /** Vulnerable workers as well; without it the groups that hold an office. */
  readonly withVulnerable?: boolean;
};

/** The snapshot that pages, boards and minutes are made of: every village of the reader's area, and their sums. */
export const listCommitments = read(
  { purpose: "commitments", permission: "village_commitment.read" },
  async (step, input: Input | undefined = {}): Promise<CommitmentList> => {
    const year = requireYear(input.year, step.today);
    const known = await readYear(step, { year, officesOnly: input.withVulnerable !== true });
    const villages = known.villages.filter(
      ({ kecamatanCode }) => (input.kecamatanCode ?? kecamatanCode) === kecamatanCode,
    );
    return {
      year,
      isOpen: known.isOpen,
      lockedAt: known.lockedAt,
      villages,
      totals: totalsOf(villages),
    };
  },
);

/** The year that villages promise for now, unless another is asked for. Throws `invalid-input`. */
export function requireYear(year: number | undefined, today: CivilDate): number {
  const asked = year ?? yearToPromise(today);
  if (!Number.isInteger(asked) || asked < 2020 || asked > 2100)
    throw new AppError("invalid-input", { field: "year" });
  return asked;
}
