import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";

/** What says that somebody moved. */
export const moveDocuments = ["moving-letter", "village-letter", "family", "other"] as const;
export type MoveDocument = (typeof moveDocuments)[number];

/** `asked`: the old village has to hand over; `handed-over`: the new one has to receive; `accepted`: the rows are on their way. */
export type MoveState = "asked" | "handed-over" | "accepted" | "moved" | "refused" | "withdrawn";

export type MoveReason =
  | "without-day"
  | "in-the-future"
  | "without-document"
  | "unknown-village"
  | "same-village"
  | "died"
  | "moved-away"
  | "already-asked"
  | "on-open-list";

export type MovingPerson = {
  readonly villageCode: string;
  readonly diedOn: CivilDate | null;
  readonly movedOn: CivilDate | null;
  readonly isAsked: boolean;
  /** On a list that its village is drawing up or has proposed. */
  readonly isOnOpenList: boolean;
};

export type AskedMove = {
  /** Null where the city has no such village. */
  readonly toVillageCode: string | null;
  readonly on: string;
  readonly document: MoveDocument | null;
};

/** Everything that speaks against asking for it; empty when nothing does. */
export function reasonsAgainstMove(asked: AskedMove, person: MovingPerson, today: CivilDate): MoveReason[] {
  const on = parseCivilDate(asked.on);
  const found: readonly [MoveReason, boolean][] = [
    ["without-day", on === undefined],
    ["in-the-future", on !== undefined && on > today],
    ["without-document", asked.document === null || !moveDocuments.includes(asked.document)],
    ["unknown-village", asked.toVillageCode === null],
    ["same-village", asked.toVillageCode === person.villageCode],
    ["died", person.diedOn !== null],
    ["moved-away", person.movedOn !== null],
    ["already-asked", person.isAsked],
    ["on-open-list", person.isOnOpenList],
  ];
  return found.flatMap(([reason, holds]) => (holds ? [reason] : []));
}
