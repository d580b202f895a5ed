import type { CommitmentState, VillageKind } from "@tuwai/domain/commitments";
import type { TakeCommitmentStep } from "@tuwai/server/commitments";

type Name = TakeCommitmentStep["step"];
export const stepNames: readonly Name[] = ["plan", "draft-budget", "settle", "pay", "withdraw"];

const ofDesaOnly: readonly Name[] = ["plan", "draft-budget"];
const isInForce = (state: CommitmentState) => state === "ditetapkan" || state === "cair-sebagian";

/** What a page offers from a state; the rule itself refuses everything else with its reasons. */
export function stepsFrom(state: CommitmentState, kind: VillageKind): readonly Name[] {
  return stepNames
    .filter((name) => kind === "desa" || !ofDesaOnly.includes(name))
    .filter((name) => name !== "plan" || state === "dinyatakan")
    .filter((name) => name !== "pay" || isInForce(state))
    .filter((name) => name !== "withdraw" || state !== "cair-sebagian");
}
