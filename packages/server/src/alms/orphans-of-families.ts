import { freezeFamilies, listOrphans, type Orphan } from "#families";
import type { Step } from "#use-case";
import type { OrphanSource, RoundCandidate } from "./children-for-round.ts";

/** The register of families as the children of a round: verified, with a guardian who can take it for the child. */
export const orphansOfFamilies: OrphanSource = {
  list: async (step) => {
    const all = await register(step);
    const withGuardian = all.filter(({ guardianState }) => guardianState !== "missing");
    const verified = withGuardian.filter(({ verifiedAt }) => verifiedAt !== null);
    return {
      children: verified.map(candidateOf),
      heldBack: {
        withoutGuardian: all.length - withGuardian.length,
        notVerified: withGuardian.length - verified.length,
      },
    };
  },
  freeze: async (step, { childIds, lockId: referenceId }) => {
    const of = { why: "alms-round", referenceId } as const;
    const copies = await freezeFamilies(step.under("orphan.list"), { childIds }, of);
    return new Map(copies.flatMap(({ copyId, childIds: own }) => own.map((childId) => [childId, copyId])));
  },
};

const register = (step: Step): Promise<readonly Orphan[]> => listOrphans(step.under("orphan.list"));

const candidateOf = ({ childId, code, villageCode, siblings }: Orphan): RoundCandidate => ({
  childId,
  code,
  villageCode,
  siblings,
});
