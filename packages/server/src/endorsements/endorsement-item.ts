import { daysToRescue } from "@tuwai/domain/eligibility";
import { readOccupation } from "@tuwai/domain/occupations";
import type { CivilDate } from "@tuwai/domain/time";
import { type JudgedPerson, type Outcome, showJudgedPerson, type ShownReason } from "#eligibility";
import type { Step } from "#use-case";
import type { ItemRow } from "./endorsement-item.view.ts";

export type EndorsementItem = {
  readonly person: JudgedPerson;
  readonly included: boolean;
  /** A reason of the closed list, or the judgement's. */
  readonly exclusionReason: string | null;
  readonly outcome: Outcome | null;
  readonly reasons: readonly ShownReason[];
  /** Why the person comes early, of what the reader sees anyway; never need or welfare. */
  readonly urgency: readonly ("hazardous-work" | "about-to-lapse")[];
  /** Against the last approved list; null when there was none, or nothing changed for this person. */
  readonly change: "new" | "left-out" | null;
};

/** A row of a list as the actor may see it. */
export function showItem({ actor, today }: Pick<Step, "actor" | "today">, row: ItemRow): EndorsementItem {
  return {
    person: showJudgedPerson(actor.role, row, today),
    included: row.included,
    exclusionReason: row.exclusionReason,
    outcome: row.judgement.outcome,
    reasons: row.judgement.reasons,
    urgency: urgencyOf(row, today),
    change:
      row.wasIncluded === null || row.wasIncluded === row.included ? null : row.included ? "new" : "left-out",
  };
}

/** Worked out from occupation and cover, not read from the judgement: there it stands among points for welfare. */
function urgencyOf(row: ItemRow, today: CivilDate): EndorsementItem["urgency"] {
  const isHazardous = row.occupationText !== null && readOccupation(row.occupationText).hazardous;
  const isNearLapse = daysToRescue(row.lastRescueDay as CivilDate | null, today) !== null;
  return [
    ...(isHazardous ? (["hazardous-work"] as const) : []),
    ...(isNearLapse ? (["about-to-lapse"] as const) : []),
  ];
}
