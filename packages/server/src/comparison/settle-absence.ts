import { absenceAnswers } from "@tuwai/domain/comparison";
import { AppError } from "#app";
import { requireCode } from "#people";
import { change, type Operation } from "#use-case";
import type { Absence } from "./absence.ts";
import { insertAbsences } from "./absence.store.ts";
import { findUnknown } from "./absence.view.ts";
import { tellAbsence } from "./tell-absence.ts";

type Outcome =
  | { readonly outcome: "settled" }
  | { readonly outcome: "refused"; readonly reasons: readonly string[] };

/** After a visit: what became of somebody of whom nobody knew. Throws `not-found` for whom nobody asks about. */
export const settleAbsence = change(
  { name: "person.settle-absence", permission: "worker.life_event.record" },
  async (step, input: Operation & Absence): Promise<Outcome> => {
    if (!absenceAnswers.includes(input.answer)) throw new AppError("invalid-input", { field: "answer" });
    const person = await findUnknown(step.tx, step.area, requireCode(input.personCode));
    if (person === undefined) throw new AppError("not-found");
    const reasons = await tellAbsence(step, input, "kunjungan");
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const { id: personId, villageCode, kecamatanCode, batchId } = person;
    const { answer } = input;
    await insertAbsences(step.tx, {
      regionCode: step.actor.regionCode,
      batchId,
      by: step.actor.userId,
      at: step.now,
      persons: [{ id: step.newId(), personId, villageCode, kecamatanCode, answer }],
    });
    await step.audit({ objectType: "person", objectId: personId, details: { absence: answer } });
    return { outcome: "settled" };
  },
);
