import { part } from "#app";
import type { Step } from "#use-case";

/** A child whom alms may reach: codes and places only; the name stays with the family. */
export type RoundCandidate = {
  readonly childId: string;
  readonly code: string;
  readonly villageCode: string;
  /** Other children of the same home in the register, counted there. */
  readonly siblings: number;
};

export type RoundCandidates = {
  readonly children: readonly RoundCandidate[];
  /** Children who wait, as nobody has verified them or nobody is known who could take it for them. */
  readonly heldBack: { readonly withoutGuardian: number; readonly notVerified: number };
};

/** Where the children of a round come from, and how their families are kept as they stood when it was locked. */
export type OrphanSource = {
  readonly list: (step: Step) => Promise<RoundCandidates>;
  /** The copy of each child's family, by child. */
  readonly freeze: (
    step: Step,
    of: { readonly childIds: readonly string[]; readonly lockId: string },
  ) => Promise<ReadonlyMap<string, string>>;
};

export const orphanSources = part<OrphanSource>("alms-orphans");

const nobody: RoundCandidates = { children: [], heldBack: { withoutGuardian: 0, notVerified: 0 } };

/** The children under the age of the register, verified and with a guardian, as of today. */
export async function childrenForRound(step: Step): Promise<RoundCandidates> {
  return (await orphanSources.all(step.app.features).at(-1)?.list(step)) ?? nobody;
}

export async function freezeForRound(
  step: Step,
  of: { readonly childIds: readonly string[]; readonly lockId: string },
): Promise<ReadonlyMap<string, string>> {
  return (await orphanSources.all(step.app.features).at(-1)?.freeze(step, of)) ?? new Map();
}
