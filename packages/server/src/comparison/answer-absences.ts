import { type AbsenceAnswer, absenceAnswers } from "@tuwai/domain/comparison";
import { AppError } from "#app";
import { findBatch, isIn, isOfSender, requireRead } from "#imports";
import { change, type Operation } from "#use-case";
import type { Absence } from "./absence.ts";
import { insertAbsences } from "./absence.store.ts";
import type { ListedPerson } from "./last-list.view.ts";
import { readLists, toAsk } from "./read-lists.ts";
import { tellAbsence } from "./tell-absence.ts";

type Input = Operation & {
  readonly batchId: string;
  readonly answers: readonly Absence[];
  /** The same for everybody else who is asked about. */
  readonly others?: { readonly answer: AbsenceAnswer; readonly on?: string };
};

export type AbsencesAnswer = {
  readonly outcome: "answered";
  readonly told: number;
  readonly refused: readonly { readonly personCode: string; readonly reasons: readonly string[] }[];
};

/**
 * The sender says what became of people whom the new list no longer names. Deaths and moves are told to the register; nobody is
 * deleted, and who is unknown becomes a visit. Somebody of whom the register refuses the word stays to be asked about.
 */
export const answerAbsences = change(
  { name: "import.answer-absences", permission: "worker.life_event.record" },
  async (step, { batchId, answers, others }: Input): Promise<AbsencesAnswer> => {
    const batch = requireRead(step, await findBatch(step.tx, batchId));
    if (!isOfSender(step.actor, batch)) throw new AppError("forbidden", { reason: "not-the-sender" });
    if (!isIn(batch, "checked", "awaiting-approval", "applying", "applied"))
      throw new AppError("conflict", { reason: "state", state: batch.state });
    const lists = await readLists(step, batch);
    const given = new Map(answers.map((answer) => [answer.personCode, answer]));
    const told: { readonly person: ListedPerson; readonly answer: AbsenceAnswer }[] = [];
    const refused: { readonly personCode: string; readonly reasons: readonly string[] }[] = [];
    for (const person of lists === null ? [] : toAsk(lists, batch.id)) {
      const answer = given.get(person.code) ?? (others && { ...others, personCode: person.code });
      if (answer === undefined) continue;
      if (!absenceAnswers.includes(answer.answer)) throw new AppError("invalid-input", { field: "answer" });
      const reasons = await tellAbsence(step, answer, batch.code);
      if (reasons.length > 0) refused.push({ personCode: person.code, reasons });
      else told.push({ person, answer: answer.answer });
    }
    if (told.length === 0) return step.unchanged({ outcome: "answered", told: 0, refused });
    await insertAbsences(step.tx, {
      regionCode: step.actor.regionCode,
      batchId: batch.id,
      by: step.actor.userId,
      at: step.now,
      persons: told.map(({ person, answer }) => ({
        id: step.newId(),
        personId: person.person,
        villageCode: person.villageCode,
        kecamatanCode: person.kecamatanCode,
        answer,
      })),
    });
    const counts = Object.fromEntries(
      absenceAnswers.map((answer) => [answer, told.filter((one) => one.answer === answer).length]),
    ) as Record<(typeof absenceAnswers)[number], number>;
    await step.audit({ objectType: "import", objectId: batch.id, details: counts });
    return { outcome: "answered", told: told.length, refused };
  },
);
