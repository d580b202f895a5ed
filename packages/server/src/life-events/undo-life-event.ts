import { AppError, isUuid } from "#app";
import * as cover from "#cover";
import { notify } from "#notifications";
import { setLifeDates } from "#people";
import { change, type Operation, type Step } from "#use-case";
import {
  findLifeEvent,
  type LifeEventRow,
  listLifeEventRows,
  markUndone,
  updateCoverEvent,
} from "./life-event.store.ts";
import { findLivingPerson, type LivingPerson } from "./living-person.view.ts";
import { noticesOf } from "./notices-of.ts";

export type UndoLifeEvent = Operation & { readonly lifeEventId: string };

export type UndoLifeEventReason = "already-undone" | "later-move-stands" | "acted-on";
export type UndoLifeEventOutcome =
  | { readonly outcome: "undone"; readonly personCode: string }
  | { readonly outcome: "refused"; readonly reasons: readonly UndoLifeEventReason[] };

/**
 * Takes back what was told of a life: register and cover clock stand as they stood before it. Moves are taken back from
 * the last one, and what a manager has acted on only after the manager says that it was not. The row stays. Throws `not-found`.
 */
export const undoLifeEvent = change(
  { name: "life-event.undo", permission: "worker.life_event.undo" },
  (step, { lifeEventId }: UndoLifeEvent): Promise<UndoLifeEventOutcome> => untellLifeEvent(step, lifeEventId),
);

/** The same within a change of another feature, on a step under the permission to undo it. */
export async function untellLifeEvent(step: Step, lifeEventId: string): Promise<UndoLifeEventOutcome> {
  const { tx, actor } = step;
  const found = isUuid(lifeEventId) ? await findLifeEvent(tx, step.area, lifeEventId) : undefined;
  const person = found && (await findLivingPerson(tx, step.area, { id: found.personId }, "hold"));
  if (found === undefined || person === undefined) throw new AppError("not-found");
  const standing = (await listLifeEventRows(tx, person.id)).filter(({ undoneAt }) => undoneAt === null);
  const event = standing.find(({ id }) => id === found.id);
  if (event === undefined) return step.unchanged({ outcome: "refused", reasons: ["already-undone"] });
  if (event.handledAt !== null) return step.unchanged({ outcome: "refused", reasons: ["acted-on"] });
  const moves = standing.filter(isMove);
  if (isMove(event) && moves[0] !== event)
    return step.unchanged({ outcome: "refused", reasons: ["later-move-stands"] });
  await markUndone(tx, event.id, { actorId: actor.userId, at: step.now });
  await untellCover(step, event, moves);
  await setLifeDates(step, person.id, datesBefore(person, event));
  const { kind, happenedOn: on } = event;
  await notify(step, noticesOf(actor, person, { notice: "life-event-undone", kind, on }));
  await step.audit({
    objectType: "person",
    objectId: person.id,
    details: { kind, on, lifeEventId: event.id },
  });
  return { outcome: "undone", personCode: person.code };
}

const isMove = ({ kind }: LifeEventRow): boolean => kind === "moved-away" || kind === "moved-in";

function datesBefore({ diedOn, movedOn }: LivingPerson, event: LifeEventRow) {
  if (event.kind === "died") return { diedOn: event.dateBefore, movedOn };
  return { diedOn, movedOn: isMove(event) ? event.dateBefore : movedOn };
}

/** Whoever did not come back has moved away again, under an event of its own: what was taken back is not told twice. */
async function untellCover(step: Step, event: LifeEventRow, moves: readonly LifeEventRow[]): Promise<void> {
  const { personId, coverEventId } = event;
  if (coverEventId !== null)
    await cover.takeBack(step, {
      eventIds: [coverEventId],
      evidence: { type: "report", id: event.document },
    });
  const left = event.kind === "moved-in" ? moves.find(({ kind }) => kind === "moved-away") : undefined;
  if (left?.coverEventId != null) {
    const told = { personId, kind: "moved", on: left.happenedOn, source: left.document } as const;
    const { eventId } = await cover.recordLifeEvent(step, told);
    await updateCoverEvent(step.tx, left.id, eventId);
  }
  await step.follow("cover.refresh", { personIds: [personId] });
}
