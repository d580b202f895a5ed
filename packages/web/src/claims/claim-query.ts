import { type ClaimStage, claimStages } from "@tuwai/domain/claims";
import { scopeOf } from "@tuwai/server/access";
import type { Actor } from "@tuwai/server/app";

/** What the address of the board may say. A branch begins with what lies with it, everybody else with what is to be done. */
export function readClaimQuery(params: URLSearchParams, actor: Actor) {
  const first: ClaimStage = scopeOf(actor, "claim.list") === "B" ? "at-bpjs" : "to-do";
  return {
    stage: claimStages.find((known) => known === params.get("tahap")) ?? first,
    villageCode: params.get("desa") ?? "",
    kind: params.get("jenis") ?? "",
  };
}
