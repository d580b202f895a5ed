import {
  type DecisionKind,
  decisionKinds,
  type EvidenceKind,
  evidenceKinds,
  levelOfOwner,
  ownerRoles,
} from "@tuwai/domain/follow-ups";
import { commitmentGroups } from "@tuwai/domain/commitments";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import { readNote } from "#app";
import { lockCity } from "#database";
import { requireMeeting } from "#meetings";
import { change, type Operation } from "#use-case";
import { insertDecision, type NewDecision } from "./decision.store.ts";
import { insertFollowUps, type NewFollowUp } from "./follow-up.store.ts";
import { listPlaces, type Place, villagesAmong } from "./place.view.ts";

/** A decision as it was typed. */
export type RecordDecision = Operation & {
  /** The meeting in which it was made; without one it is standing. */
  readonly meetingCode?: string;
  readonly kind: string;
  readonly text: string;
  /** Who is asked; empty where the decision only states. */
  readonly ownerRole?: string;
  /** One village; else all of a kecamatan, else all of the city. */
  readonly villageCode?: string;
  readonly kecamatanCode?: string;
  readonly onlyKind?: string;
  /** "YYYY-MM-DD" */
  readonly dueOn?: string;
  readonly evidenceKind?: string;
  /** The group of commitments that it is about. */
  readonly group?: string;
  readonly year?: number;
};

export type DecisionReason =
  | "text-missing"
  | "bad-kind"
  | "bad-owner"
  | "no-place"
  | "day-missing"
  | "day-past"
  | "bad-evidence";
export type RecordOutcome =
  | {
      readonly outcome: "recorded";
      readonly decisionId: string;
      /** Offices that are asked. */
      readonly followUps: number;
    }
  | { readonly outcome: "refused"; readonly reasons: readonly DecisionReason[] };

/**
 * A decision of a meeting, or a standing one, and a follow-up for each office that it asks: an order to all villages is one decision
 * with one follow-up in every village. Throws `not-found`, and `identity-number-in-note`.
 */
export const recordDecision = change(
  { name: "decision.record", permission: "decision.write" },
  async (step, input: RecordDecision): Promise<RecordOutcome> => {
    const { tx, actor, now: at, today } = step;
    const meeting = input.meetingCode === undefined ? null : await requireMeeting(step, input.meetingCode);
    const said = readDecision(input);
    const places = await listPlaces(tx, actor.regionCode);
    const owners = ownersOf(said, places);
    const reasons = reasonsAgainst(said, { owners: owners.length, today });
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    await lockCity(tx, `decisions|${meeting?.id ?? "standing"}`);
    const id = step.newId();
    const { by, regionCode } = { by: actor.userId, regionCode: actor.regionCode };
    const decision = said as ReadDecision & Pick<NewDecision, "kind" | "evidenceKind">;
    await insertDecision(tx, {
      ...decision,
      id,
      regionCode,
      meetingId: meeting?.id ?? null,
      measure: null,
      by,
      at,
    });
    if (said.dueOn !== null && owners.length > 0)
      await insertFollowUps(
        tx,
        { regionCode, by, at, today },
        owners.map((owner): NewFollowUp => ({
          ...owner,
          id: step.newId(),
          decisionId: id,
          dueOn: said.dueOn!,
        })),
      );
    await step.audit({
      objectType: "decision",
      objectId: id,
      details: { meeting: meeting?.code ?? "", followUps: owners.length },
    });
    return { outcome: "recorded", decisionId: id, followUps: owners.length };
  },
);

type ReadDecision = Omit<
  NewDecision,
  "id" | "regionCode" | "meetingId" | "measure" | "by" | "at" | "kind" | "evidenceKind"
> & {
  readonly kind: DecisionKind | undefined;
  readonly evidenceKind: EvidenceKind | undefined;
  readonly isOwnerUnknown: boolean;
};

const blank = (text: string | undefined): string | null => {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
};

function readDecision(input: RecordDecision): ReadDecision {
  const asked = blank(input.ownerRole);
  const ownerRole = ownerRoles.find((role) => role === asked) ?? null;
  const level = ownerRole === null ? "city" : levelOfOwner(ownerRole);
  const group = commitmentGroups.find((each) => each === blank(input.group)) ?? null;
  const typed = blank(input.onlyKind);
  return {
    kind: decisionKinds.find((kind) => kind === input.kind),
    text: readNote(input.text) ?? "",
    ownerRole,
    isOwnerUnknown: asked !== null && ownerRole === null,
    villageCode: level === "village" ? blank(input.villageCode) : null,
    kecamatanCode: level === "city" ? null : blank(input.kecamatanCode),
    onlyKind: level === "village" && (typed === "desa" || typed === "kelurahan") ? typed : null,
    dueOn: ownerRole === null ? null : (parseCivilDate(input.dueOn ?? "") ?? null),
    evidenceKind: evidenceKinds.find((kind) => kind === (blank(input.evidenceKind) ?? "none")),
    group,
    year: group === null ? null : (input.year ?? null),
  };
}

type Owner = Pick<NewFollowUp, "ownerRole" | "villageCode" | "kecamatanCode">;

function ownersOf(said: ReadDecision, places: readonly Place[]): readonly Owner[] {
  const { ownerRole } = said;
  if (ownerRole === null) return [];
  const level = levelOfOwner(ownerRole);
  if (level === "city") return [{ ownerRole, villageCode: null, kecamatanCode: null }];
  if (level === "kecamatan")
    return places
      .filter(({ code, kecamatanCode }) => kecamatanCode === null && code === (said.kecamatanCode ?? code))
      .map(({ code }) => ({ ownerRole, villageCode: null, kecamatanCode: code }));
  return villagesAmong(places, said).map(({ code: villageCode, kecamatanCode }) => ({
    ownerRole,
    villageCode,
    kecamatanCode,
  }));
}

function reasonsAgainst(
  said: ReadDecision,
  { owners, today }: { readonly owners: number; readonly today: CivilDate },
): readonly DecisionReason[] {
  const { kind, text, ownerRole, isOwnerUnknown, dueOn, evidenceKind } = said;
  return [
    ...(text.length < 5 ? (["text-missing"] as const) : []),
    ...(kind === undefined ? (["bad-kind"] as const) : []),
    ...(isOwnerUnknown ? (["bad-owner"] as const) : []),
    ...(ownerRole !== null && owners === 0 ? (["no-place"] as const) : []),
    ...(ownerRole !== null && dueOn === null ? (["day-missing"] as const) : []),
    ...(dueOn !== null && dueOn < today ? (["day-past"] as const) : []),
    ...(evidenceKind === undefined ? (["bad-evidence"] as const) : []),
  ];
}
