import {
  isHeld,
  isReasonFor,
  needsDecision,
  type RedDecision,
  redDecisions,
  shownCodes,
} from "@tuwai/domain/claimability";
import { AppError, isUuid } from "#app";
import type { Step } from "#use-case";
import { readClaimabilitySettings } from "./claimability-settings.ts";
import { insertDecision, listLastDecisions } from "./decision.store.ts";
import { type Judged, judgeCandidates } from "./judge-candidates.ts";

export type RedRefusal = "without-reason" | "not-red" | "not-held";

export type RedInput = { readonly enrolmentId: string; readonly decision: string; readonly reason: string };

/**
 * Writes what a person decided of somebody red, as part of a larger step; what speaks against it, or nothing. Throws `not-found`
 * for whoever is not put forward in the area.
 */
export async function recordRedDecision(
  step: Step,
  { enrolmentId, decision: typed, reason }: RedInput,
): Promise<{ readonly decision: RedDecision; readonly personId: string } | { readonly refused: RedRefusal }> {
  const [judged] = isUuid(enrolmentId) ? await judgeCandidates(step, { enrolmentIds: [enrolmentId] }) : [];
  if (judged === undefined) throw new AppError("not-found");
  const decision = redDecisions.find((known) => known === typed);
  if (decision === undefined || !isReasonFor(decision, reason)) return { refused: "without-reason" };
  const refused = refusalOf(decision, judged);
  if (refused !== null) return { refused };
  const { actor } = step;
  await insertDecision(step.tx, {
    regionCode: actor.regionCode,
    id: step.newId(),
    enrolmentId,
    personId: judged.personId,
    villageCode: judged.villageCode,
    kecamatanCode: judged.kecamatanCode,
    decision,
    reason,
    missing: shownCodes(judged.missing, false),
    decidedBy: actor.userId,
    decidedRole: actor.role,
    decidedAt: step.now,
  });
  return { decision, personId: judged.personId };
}

function refusalOf(decision: RedDecision, { result, decision: last }: Judged): RedRefusal | null {
  if (decision === "release") return last === null || last.decision === "release" ? "not-held" : null;
  return result === "red" ? null : "not-red";
}

/** Of these enrolments those whom a person holds back. */
export async function listHeld(
  { tx, area }: Pick<Step, "tx" | "area">,
  enrolmentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const decisions = await listLastDecisions(tx, area, enrolmentIds);
  return new Set([...decisions.values()].filter(isHeld).map(({ enrolmentId }) => enrolmentId));
}

/** Of a draft those whom somebody still has to decide on before it is sent; nobody where the city asks for no decision. */
export async function listUndecided(step: Step, packetCode: string): Promise<ReadonlySet<string>> {
  const settings = await readClaimabilitySettings(step.tx, step.actor.regionCode);
  if (!settings["claimability-red-needs-decision"].value) return new Set();
  const judged = await judgeCandidates(step, { packetCode });
  return new Set(
    judged
      .filter(({ missing, decision }) => needsDecision(missing, decision))
      .map(({ enrolmentId }) => enrolmentId),
  );
}
