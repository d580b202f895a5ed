import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import { may } from "#access";
import { AppError, readNote } from "#app";
import { requireCode } from "#people";
import { giveConsents, withdrawConsentsOf } from "#privacy";
import { change, type Operation, type Step } from "#use-case";
import { type ConsentingPerson, findConsentingPerson, findConsentState } from "./consenting-person.view.ts";
import {
  type WithdrawalTeller,
  withdrawalTellers,
  type WithdrawalWay,
  withdrawalWays,
} from "./withdrawal.ts";
import { insertWithdrawal } from "./withdrawal.store.ts";

export type NewConsentWithdrawal = Operation & {
  readonly personCode: string;
  readonly toldBy: WithdrawalTeller;
  readonly toldHow: WithdrawalWay;
  /** The day it was told, "YYYY-MM-DD". */
  readonly toldOn: string;
  readonly note?: string;
};

export type WithdrawalReason =
  | "without-teller"
  | "without-way"
  | "without-day"
  | "day-in-the-future"
  | "already-withdrawn"
  | "nothing-given";
export type WithdrawalOutcome =
  | { readonly outcome: "withdrawn"; readonly withdrawalId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly WithdrawalReason[] };

/**
 * A worker takes consent back, or says no before any was recorded (UU 27/2022 art. 9 and 40). From now on no list and no packet
 * takes the person, nobody is matched with them, and what only BPJS's form asked for is forgotten; what stands on record of
 * money and cover stays, as law demands. Throws `not-found`.
 */
export const withdrawWorkersConsent = change(
  { name: "consent.withdraw", permission: "consent.withdraw" },
  async (step, input: NewConsentWithdrawal): Promise<WithdrawalOutcome> => {
    const { tx, area, actor } = step;
    const person = await findConsentingPerson(tx, area, { code: requireCode(input.personCode) }, "hold");
    if (person === undefined) throw new AppError("not-found");
    const state = await findConsentState(tx, person.id);
    const toldOn = parseCivilDate(input.toldOn);
    const reasons = reasonsAgainst(step, input, { toldOn, state });
    if (reasons.length > 0 || toldOn === undefined) return step.unchanged({ outcome: "refused", reasons });
    const note = readNote(input.note);
    if (state === null) await recordRefused(step, person);
    await withdrawConsentsOf(step, person.id);
    const withdrawalId = step.newId();
    await insertWithdrawal(tx, {
      regionCode: actor.regionCode,
      id: withdrawalId,
      villageCode: person.villageCode,
      kecamatanCode: person.kecamatanCode,
      personId: person.id,
      wasGiven: state !== null,
      toldBy: input.toldBy,
      toldHow: input.toldHow,
      toldOn,
      note,
      by: actor.userId,
      role: actor.role,
      at: step.now,
    });
    await step.follow("eligibility.judge", { personIds: [person.id] });
    await step.follow("people.forget-particulars", { personIds: [person.id] });
    await step.audit({
      objectType: "person",
      objectId: person.id,
      details: { withdrawalId, toldBy: input.toldBy, toldHow: input.toldHow, wasGiven: state !== null },
    });
    return { outcome: "withdrawn", withdrawalId };
  },
);

type Now = {
  readonly toldOn: CivilDate | undefined;
  readonly state: "given" | "withdrawn" | null;
};

function reasonsAgainst(
  { today, actor }: Step,
  { toldBy, toldHow }: NewConsentWithdrawal,
  { toldOn, state }: Now,
): readonly WithdrawalReason[] {
  const found: readonly [WithdrawalReason, boolean][] = [
    ["without-teller", !withdrawalTellers.includes(toldBy)],
    ["without-way", !withdrawalWays.includes(toldHow)],
    ["without-day", toldOn === undefined],
    ["day-in-the-future", toldOn !== undefined && toldOn > today],
    ["already-withdrawn", state === "withdrawn"],
    // A refusal is an answer to a question, which only whoever may ask it can write down.
    ["nothing-given", state === null && !may(actor, "consent.record")],
  ];
  return found.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

/** A no is kept as a consent that never held, so that no later declaration of a whole list takes it for granted. */
const recordRefused = (step: Step, { id, villageCode }: ConsentingPerson) =>
  giveConsents(step, [id], {
    subjectType: "person",
    villageCode,
    purpose: "enrolment",
    textVersion: "ditolak-1",
  });
