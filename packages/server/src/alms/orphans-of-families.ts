import { freezeFamily, listOrphans, type Orphan } from "#families";
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
    const wanted = new Set(childIds);
    const children = (await register(step)).filter(({ childId }) => wanted.has(childId));
    const copies = new Map<string, string>();
    for (const personId of new Set(children.map((child) => child.personId))) {
      const of = { personId, why: "alms-round", referenceId } as const;
      copies.set(personId, (await freezeFamily(step.under("orphan.list"), of)).copyId);
    }
    return new Map(children.map((child) => [child.childId, copies.get(child.personId)!]));
  },
};

const register = (step: Step): Promise<readonly Orphan[]> => listOrphans(step.under("orphan.list"));

const candidateOf = ({ childId, code, villageCode, siblings }: Orphan): RoundCandidate => ({
  childId,
  code,
  villageCode,
  siblings,
});
