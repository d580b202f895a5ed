import { type Need, needs } from "@tuwai/domain/aftercare";
import { guardianState, holdsOn } from "@tuwai/domain/families";
import {
  consentWays,
  fieldsFor,
  type HandoverField,
  handoverPurposes,
  overrideReasons,
  type ReasonAgainst,
  reasonsAgainst,
  receiverKinds,
  standingOn,
} from "@tuwai/domain/handovers";
import { initialsOf } from "@tuwai/domain/identity";
import { ageOn, type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import { newCardCode, readCardCode } from "#cards";
import { type FollowedChild, requireChild } from "#families";
import { change, type Operation } from "#use-case";
import { findHandover, insertHandover, setState } from "./handover.store.ts";
import { sealHandover, type Told } from "./told.ts";

export type NewHandover = Operation & {
  readonly childCode: string;
  readonly receiverKind: string;
  readonly receiverName: string;
  readonly handoverPurpose: string;
  /** Of the closed list; only for another office, the others see what their kind sees. */
  readonly handoverFields: readonly string[];
  readonly childNeed: string;
  readonly endsOn: string;
  readonly consentBy: string;
  readonly consentOn: string;
  readonly withoutConsent: string;
};
type Reason = ReasonAgainst | "no-consent-of-this-guardian";
export type MakeOutcome =
  | { readonly outcome: "made"; readonly handoverCode: string }
  | { readonly outcome: "refused"; readonly reasons: readonly Reason[] };

const oneOf = <Known extends string>(list: readonly Known[], typed: string): Known | undefined =>
  list.find((known) => known === typed);

/** Tells somebody outside of a child: fields, purpose, consent and end are kept, what was told lies sealed. Throws `not-found`. */
export const makeHandover = change(
  { name: "handover.make", permission: "handover.make" },
  async (step, input: NewHandover): Promise<MakeOutcome> => {
    const { family, child } = await requireChild(step, input.childCode, "look");
    const kind = oneOf(receiverKinds, input.receiverKind);
    const need = oneOf(needs, input.childNeed);
    const fields = kind === undefined ? [] : fieldsFor(kind, input.handoverFields);
    const asked = {
      kind,
      receiver: readNote(input.receiverName) ?? "",
      purpose: oneOf(handoverPurposes, input.handoverPurpose),
      fields,
      hasNeed: need !== undefined,
      endsOn: parseCivilDate(input.endsOn),
      consent: oneOf(consentWays, input.consentBy),
      consentOn: parseCivilDate(input.consentOn),
      override: oneOf(overrideReasons, input.withoutConsent),
    };
    const { birthDate } = child;
    const state = guardianState({ birthDate, guardians: child.child.guardians }, step.today);
    const reasons: readonly Reason[] = [
      ...reasonsAgainst(asked, step.today),
      // Nobody agrees for a child who has no guardian.
      ...(asked.consent !== undefined && state === "missing" ? ["no-consent-of-this-guardian" as const] : []),
    ];
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const id = step.newId();
    const code = newCardCode();
    const values = valuesOf(child, { fields, need, village: family.row.villageCode, today: step.today });
    const { consent = null, consentOn, override = null } = asked;
    await step.seen({ personIds: [family.row.personId], fields: [...fields], purpose: "handover" });
    await insertHandover(step, {
      id,
      code,
      villageCode: family.row.villageCode,
      childId: child.id,
      receiverKind: kind!,
      purpose: asked.purpose!,
      fields,
      toldSealed: sealHandover(step.app.keys, id, { receiver: asked.receiver, values }),
      endsOn: asked.endsOn!,
      consent,
      consentOn: consent === null ? null : consentOn!,
      override,
    });
    await step.audit({
      objectType: "handover",
      objectId: id,
      details: {
        kind: kind!,
        consent: consent ?? "none",
        ...(override === null ? {} : { reason: override }),
      },
    });
    return { outcome: "made", handoverCode: code };
  },
);

type Of = {
  readonly fields: readonly HandoverField[];
  readonly need: Need | undefined;
  readonly village: string;
  readonly today: CivilDate;
};

/** The words of the fields that are handed over; no other is ever written. */
function valuesOf(child: FollowedChild, { fields, need, village, today }: Of): Told["values"] {
  const guardian = child.child.guardians.find((each) => holdsOn(each, today));
  const all: Readonly<Record<HandoverField, string>> = {
    name: child.name ?? "",
    initials: initialsOf(child.name ?? ""),
    age: String(ageOn(child.birthDate, today)),
    village,
    level: child.child.school?.level ?? "",
    guardian: guardian?.name ?? "",
    need: need ?? "",
  };
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

/** Takes a hand-over back at once, whatever the receiver has said; what was told is forgotten. Throws `not-found`. */
export const revokeHandover = change(
  { name: "handover.revoke", permission: "handover.make" },
  async (
    step,
    input: Operation & { readonly childCode: string; readonly handoverCode: string },
  ): Promise<
    | { readonly outcome: "revoked" }
    | { readonly outcome: "refused"; readonly reasons: readonly ["not-running"] }
  > => {
    const { child } = await requireChild(step, input.childCode, "look");
    const code = readCardCode(input.handoverCode);
    const row = code === undefined ? undefined : await findHandover(step.tx, code, "hold");
    if (row === undefined || row.childId !== child.id) throw new AppError("not-found");
    if (!["offered", "accepted", "ended"].includes(standingOn(row, step.today)))
      return step.unchanged({ outcome: "refused", reasons: ["not-running"] });
    await setState(step, row.id, "revoked");
    await step.audit({ objectType: "handover", objectId: row.id, details: {} });
    return { outcome: "revoked" };
  },
);
