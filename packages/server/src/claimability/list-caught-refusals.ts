import { type CheckCode, checkBehindRefusal } from "@tuwai/domain/claimability";
import type { Refusal } from "@tuwai/domain/claims";
import { read } from "#use-case";
import { countRefusedClaims } from "./refused-claim.view.ts";

export type CaughtRefusal = {
  readonly refusal: Refusal;
  readonly count: number;
  /** The checks at enrolment that would have caught it; none where it arose only later. */
  readonly checks: readonly CheckCode[];
};

/**
 * What refused claims teach: each reason, how often, and which check beforehand would have caught it. For the whole city only: in
 * one village a reason would tell of one family.
 */
export const listCaughtRefusals = read(
  { purpose: "caught-refusals", permission: "claim.list" },
  async ({ tx, area }, _asked: object | undefined = {}): Promise<readonly CaughtRefusal[]> => {
    if (area.villageCode !== null || area.branch !== null) return [];
    const counted = await countRefusedClaims(tx, area);
    return counted.map((row) => ({ ...row, checks: checkBehindRefusal(row.refusal) }));
  },
);
