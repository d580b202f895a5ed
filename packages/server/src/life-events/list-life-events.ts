import type { CivilDate } from "@tuwai/domain/time";
import { may } from "#access";
import { AppError } from "#app";
import { requireCode, shownFields, showPerson, type ShownPerson } from "#people";
import { read } from "#use-case";
import type { LifeEventDocument, LifeEventKind, LifeEventTeller } from "./life-event.ts";
import { listLifeEventRows } from "./life-event.store.ts";
import { findLivingPerson } from "./living-person.view.ts";

export type LifeEvent = {
  readonly id: string;
  readonly kind: LifeEventKind;
  readonly on: CivilDate;
  readonly accidentOn: CivilDate | null;
  readonly document: LifeEventDocument;
  readonly toldBy: LifeEventTeller | null;
  readonly note: string | null;
  readonly recordedAt: Date;
  readonly undoneAt: Date | null;
  readonly handledAt: Date | null;
};

export type LifeEvents = {
  readonly person: ShownPerson;
  /** Newest first, those undone as well. */
  readonly events: readonly LifeEvent[];
  readonly mayUndo: boolean;
  /** Where the person stands now: what may be told next. */
  readonly isDead: boolean;
  readonly isAway: boolean;
};

/** What was told of one worker's life. Throws `not-found`. */
export const listLifeEvents = read(
  { purpose: "worker-life-events", permission: "worker.history.read" },
  async (step, { personCode }: { readonly personCode: string }): Promise<LifeEvents> => {
    const { tx, area, actor } = step;
    const person = await findLivingPerson(tx, area, { code: requireCode(personCode) }, "look");
    if (person === undefined) throw new AppError("not-found");
    await step.seen({ personIds: [person.id], fields: shownFields(actor.role) });
    const rows = await listLifeEventRows(tx, person.id);
    return {
      person: showPerson(actor.role, person),
      events: rows.map(
        ({
          happenedOn: on,
          accidentOn,
          id,
          kind,
          document,
          toldBy,
          note,
          recordedAt,
          undoneAt,
          handledAt,
        }) => ({
          id,
          kind,
          on,
          accidentOn,
          document,
          toldBy,
          note,
          recordedAt,
          undoneAt,
          handledAt,
        }),
      ),
      isDead: person.diedOn !== null,
      isAway: person.movedOn !== null,
      mayUndo: may(actor, "worker.life_event.undo"),
    };
  },
);
