import { AppError, isUuid, readNote } from "#app";
import { change, type Operation } from "#use-case";
import { findLifeEvent, markHandled, markUnhandled } from "./life-event.store.ts";

export type HandleLifeEvent = Operation & {
  readonly lifeEventId: string;
  /** `not-done` gives it back as a task, and to whoever recorded it to undo. */
  readonly result: "done" | "not-done";
  /** What was done, without a number of anybody. */
  readonly note?: string;
};

export type HandleLifeEventOutcome =
  | { readonly outcome: "kept" }
  | { readonly outcome: "refused"; readonly reasons: readonly ("not-standing" | "not-handled")[] };

/**
 * That a manager has acted on a death, a move or a job: payer and BPJS told, heirs helped. It leaves their tasks, and cannot be
 * undone until they take this back. Throws `not-found`, and `invalid-input` for a result that is none.
 */
export const handleLifeEvent = change(
  { name: "life-event.handle", permission: "worker.life_event.handle" },
  async (step, { lifeEventId, result, note }: HandleLifeEvent): Promise<HandleLifeEventOutcome> => {
    const { tx, area, actor, now } = step;
    const event = isUuid(lifeEventId) ? await findLifeEvent(tx, area, lifeEventId) : undefined;
    if (event === undefined) throw new AppError("not-found");
    if (result !== "done" && result !== "not-done")
      throw new AppError("invalid-input", { field: "result", reason: "unknown" });
    const isKept =
      result === "done"
        ? await markHandled(tx, event.id, { actorId: actor.userId, at: now, note: readNote(note) })
        : await markUnhandled(tx, event.id);
    if (!isKept)
      return step.unchanged({
        outcome: "refused",
        reasons: [result === "done" ? "not-standing" : "not-handled"],
      });
    await step.audit({
      objectType: "person",
      objectId: event.personId,
      details: { lifeEventId: event.id, kind: event.kind, result },
    });
    return { outcome: "kept" };
  },
);
