import type { Draft } from "./draft.ts";
import type { DraftFacts, DraftKind } from "./draft-facts.ts";
import { budgetClause } from "./budget-clause.ts";
import { headDecision } from "./head-decision.ts";
import { lurahProposal } from "./lurah-proposal.ts";
import { meetingMinutes } from "./meeting-minutes.ts";

const writers: Readonly<Record<DraftKind, (facts: DraftFacts) => Draft>> = {
  sk: headDecision,
  klausul: budgetClause,
  "berita-acara": meetingMinutes,
  usulan: lurahProposal,
};

/** A paper that a village needs, filled from the register; what it cannot know is a blank that says what belongs there. */
export const composeDraft = (kind: DraftKind, facts: DraftFacts): Draft => writers[kind](facts);
