import { authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordAccess } from "#audit";
import { inTransaction } from "#database";
import { requireCode } from "#people";
import { countUnmaskedToday, findSealedNik, insertOperation, lockUnmasking } from "./unmask-nik.store.ts";
import { findWorkerRow } from "./worker.store.ts";
import { workerSight } from "./worker-sight.ts";

/** Why a number is looked at; written into the access log, which the worker may ask for. */
export const unmaskPurposes = [
  "compare-with-card",
  "repair-data",
  "enrolment-question",
  "claim",
  "data-subject-request",
] as const;
export type UnmaskPurpose = (typeof unmaskPurposes)[number];

export const unmasksPerDay = 30;
const operation = "worker.unmask-nik";

/**
 * The NIK of one worker, in full, once (reliability.md B.3.4): needs a step-up of at most five minutes and a purpose, and
 * the row of the access log is written in the same transaction before anything is decrypted. At most 30 a day and person:
 * beyond it `rate-limited`. Null when no NIK is known. There is no way to ask for several at once.
 */
export async function unmaskNik(
  app: App,
  actor: Actor,
  input: { readonly code: string; readonly purpose: string },
): Promise<{ readonly nik: string | null; readonly leftToday: number }> {
  const grant = authorise(actor, "worker.unmask_nik");
  const purpose = unmaskPurposes.find((known) => known === input.purpose);
  if (purpose === undefined) throw new AppError("invalid-input", { field: "purpose" });
  const code = requireCode(input.code);
  return inTransaction(app, actor, async (tx) => {
    await lockUnmasking(tx, actor.userId);
    const worker = await findWorkerRow(tx, workerSight(actor, grant), code);
    if (!worker) throw new AppError("not-found");
    const used = await countUnmaskedToday(tx, operation);
    if (used >= unmasksPerDay) throw new AppError("rate-limited", { perDay: unmasksPerDay });
    const { regionCode, userId: actorId } = actor;
    await insertOperation(tx, { regionCode, id: app.newId(), name: operation, actorId });
    await recordAccess(app, tx, actor, {
      personIds: [worker.id],
      purpose: `unmask-nik:${purpose}`,
      fields: ["nik"],
    });
    const sealed = await findSealedNik(tx, worker.id);
    const place = { table: "persons", column: "nik", rowId: worker.id };
    return {
      nik: sealed === null ? null : app.keys.open(sealed, place),
      leftToday: unmasksPerDay - used - 1,
    };
  });
}
