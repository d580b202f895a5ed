import type { CivilDate } from "@tuwai/domain/time";
import { shownFields, showPerson, type ShownPerson } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import {
  countToFollow,
  type EventToFollow as Row,
  listFollowed,
  listToFollow,
} from "./event-to-follow.view.ts";
import type { LifeEventKind } from "./life-event.ts";

export type EventToFollow = {
  readonly id: string;
  readonly person: ShownPerson;
  readonly kind: LifeEventKind;
  readonly on: CivilDate;
  readonly recordedAt: Date;
  /** BPJS was asked to insure the person, or does. */
  readonly isEnrolled: boolean;
  /** Somebody pays, or was proposed to. */
  readonly isPaidFor: boolean;
  readonly handledAt: Date | null;
  readonly handledNote: string | null;
};

/** Deaths, moves and jobs of people whose enrolment or payer stands: those to act on, and the last on which somebody did. */
export const listEventsToFollow = read(
  { purpose: "life-events-to-follow", permission: "worker.life_event.handle" },
  async (
    step,
    { page }: { readonly page?: number } | undefined = {},
  ): Promise<PageOf<EventToFollow> & { readonly followed: readonly EventToFollow[] }> => {
    const { tx, area, actor } = step;
    const found = await pageOf(
      { page, size: 25 },
      () => countToFollow(tx, area),
      (part) => listToFollow(tx, area, part),
    );
    const followed = await listFollowed(tx, area);
    await step.seen({
      personIds: [...new Set([...found.rows, ...followed].map(({ personId }) => personId))],
      fields: shownFields(actor.role),
    });
    const show = ({ code, fullName, villageCode, ...row }: Row): EventToFollow => ({
      id: row.id,
      kind: row.kind,
      on: row.on,
      recordedAt: row.recordedAt,
      isEnrolled: row.isEnrolled,
      isPaidFor: row.isPaidFor,
      handledAt: row.handledAt,
      handledNote: row.handledNote,
      person: showPerson(actor.role, { code, fullName, villageCode }),
    });
    return { ...found, rows: found.rows.map(show), followed: followed.map(show) };
  },
);
