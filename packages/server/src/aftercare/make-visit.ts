import { findings, needs, visitStages } from "@tuwai/domain/aftercare";
import { parseCivilDate } from "@tuwai/domain/time";
import { readNote } from "#app";
import { type ClaimAsked, requireClaim } from "#claims";
import { change, type Operation } from "#use-case";
import { insertVisit } from "./visit.store.ts";

export type VisitReason =
  | "unknown-stage"
  | "without-finding"
  | "without-need"
  | "without-day"
  | "day-not-yet"
  | "noted-already";
export type VisitOutcome =
  | { readonly outcome: "noted" }
  | { readonly outcome: "refused"; readonly reasons: readonly VisitReason[] };

export type NewVisit = Operation &
  ClaimAsked & {
    readonly stage: string;
    readonly on: string;
    readonly finding: string;
    readonly need: string;
    readonly note?: string;
  };

/** Somebody went to see the family and says how it fares. Throws `not-found`. */
export const noteFamilyVisit = change(
  { name: "family-visit.note", permission: "aftercare.visit" },
  async (step, input: NewVisit): Promise<VisitOutcome> => {
    const claim = await requireClaim(step, input);
    const stage = visitStages.find((known) => known === input.stage);
    const finding = findings.find((known) => known === input.finding);
    const need = needs.find((known) => known === input.need);
    const on = parseCivilDate(input.on);
    const reasons: readonly VisitReason[] = [
      ...(stage === undefined ? ["unknown-stage" as const] : []),
      ...(finding === undefined ? ["without-finding" as const] : []),
      ...(need === undefined ? ["without-need" as const] : []),
      ...(on === undefined || on < claim.happenedOn ? ["without-day" as const] : []),
      ...(on !== undefined && on > step.today ? ["day-not-yet" as const] : []),
    ];
    if (reasons.length > 0 || !stage || !finding || !need || !on)
      return step.unchanged({ outcome: "refused", reasons });
    const visit = { stage, finding, need, madeOn: on, note: readNote(input.note ?? "") ?? null };
    if (!(await insertVisit(step, { ...claim, claimId: claim.id }, visit)))
      return step.unchanged({ outcome: "refused", reasons: ["noted-already"] });
    await step.audit({ objectType: "claim", objectId: claim.id, details: { kind: stage } });
    return { outcome: "noted" };
  },
);
