import { AppError } from "#app";
import { requireCode } from "#people";
import { read } from "#use-case";
import { countUnmaskings, insertUnmasking, lockUnmasking } from "./unmasking.store.ts";
import { findSealedNik } from "./worker-detail.view.ts";
import { findWorkerRow } from "./worker.view.ts";
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

const unmasksPerDay = 30;

type Asked = { readonly personCode: string; readonly purpose: string };

/**
 * The NIK of one worker, in full, once (reliability.md B.3.4): needs a step-up of at most five minutes and a purpose, and
 * the row of the access log is written in the same transaction before anything is decrypted. At most 30 a day and person:
 * beyond it `rate-limited`. Null when no NIK is known. There is no way to ask for several at once. A reading, because the
 * answer of a change is kept with its operation, and no number may be.
 */
export const unmaskNik = read(
  { purpose: "unmask-nik", permission: "worker.unmask_nik" },
  async (
    step,
    { personCode, purpose: asked }: Asked,
  ): Promise<{ readonly nik: string | null; readonly leftToday: number }> => {
    const { app, tx, actor } = step;
    const purpose = unmaskPurposes.find((known) => known === asked);
    if (purpose === undefined) throw new AppError("invalid-input", { field: "purpose" });
    const code = requireCode(personCode);
    await lockUnmasking(tx, actor.userId);
    const worker = await findWorkerRow(tx, workerSight(step), code);
    if (!worker) throw new AppError("not-found");
    const used = await countUnmaskings(tx, actor.userId, step.today);
    if (used >= unmasksPerDay) throw new AppError("rate-limited", { perDay: unmasksPerDay });
    const { regionCode, userId: actorId } = actor;
    await insertUnmasking(tx, { regionCode, id: step.newId(), actorId, at: step.now });
    await step.seen({ personIds: [worker.id], fields: ["nik"], purpose: `unmask-nik:${purpose}` });
    const sealed = await findSealedNik(tx, worker.id);
    const place = { table: "persons", column: "nik", rowId: worker.id };
    return {
      nik: sealed === null ? null : app.keys.open(sealed, place),
      leftToday: unmasksPerDay - used - 1,
    };
  },
);
