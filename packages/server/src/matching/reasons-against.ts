import { kindOfCode } from "@tuwai/domain/regions";
import type { Candidate } from "./waiting.view.ts";

export type PublicFund = "apbd" | "apbdes" | "csr" | "bumdes";

/** Why somebody cannot be given a payer now. Officers of a village are wage earners of it, and it pays for them (officers). */
export type PayerReason =
  | "unknown-person"
  | "not-endorsed"
  | "gone"
  | "no-longer-eligible"
  | "has-payer"
  | "proposed-to-sponsor"
  | "village-pays"
  | "no-village-budget"
  | "reserved";

/** All of them at once. `proposed` is no reason where the proposal itself is being decided. */
export function reasonsAgainst(
  candidate: Candidate | undefined,
  mayBeProposed: boolean,
): readonly PayerReason[] {
  if (candidate === undefined) return ["unknown-person"];
  const reasons: PayerReason[] = [];
  if (candidate.programme === null) reasons.push("not-endorsed");
  if (candidate.isGone) reasons.push("gone");
  if (candidate.isNoLongerEligible) reasons.push("no-longer-eligible");
  if (candidate.hasPayer) reasons.push("has-payer");
  if (candidate.hasProposal && !mayBeProposed) reasons.push("proposed-to-sponsor");
  const isOfVillage = kindOfCode(candidate.villageCode) !== "kelurahan";
  if (candidate.targetGroup === "village-officer" && isOfVillage) reasons.push("village-pays");
  return reasons;
}

/** A kelurahan is an office of the city and has no APBDes: nobody there can be paid from one. */
export function reasonsAgainstFund(
  candidate: Candidate | undefined,
  fundSource: PublicFund,
): readonly PayerReason[] {
  if (candidate === undefined || fundSource !== "apbdes") return [];
  return kindOfCode(candidate.villageCode) === "kelurahan" ? ["no-village-budget"] : [];
}
