import type { CivilDate } from "@tuwai/domain/time";

/** What rests on an entry. */
export type Stakes = {
  readonly listRows: number;
  readonly edits: number;
  readonly links: number;
  readonly lifeEvents: number;
  readonly endorsements: number;
  readonly pledges: number;
  readonly enrolments: number;
  readonly packetLines: number;
  readonly obligations: number;
  readonly coverEvents: number;
  readonly isEnrolled: boolean;
  readonly isInUnsentPacket: boolean;
  readonly isPledged: boolean;
  readonly isProposed: boolean;
  readonly hasWaitingEdit: boolean;
  /** How many entries were merged into it. */
  readonly absorbed: number;
  /** "programme month" of what is owed for it; null where the database counts nothing for this actor. */
  readonly owedMonths: readonly string[] | null;
};

export type Entry = Stakes & {
  readonly id: string;
  readonly nik: string | null;
  readonly targetGroup: string;
  readonly diedOn: CivilDate | null;
  readonly movedOn: CivilDate | null;
};

export type MergeReason =
  | "same-entry"
  | "different-nik"
  | "different-group"
  | "both-enrolled"
  | "other-enrolled"
  | "in-unsent-packet"
  | "other-pledged"
  | "other-proposed"
  | "owed-twice"
  | "other-holds-others"
  | "other-has-life-event"
  | "edit-waiting"
  | "already-asked"
  | "not-counted";

/**
 * Everything that speaks against reading `other` as part of `kept`. Nothing moves in a merge, so whatever goes on (an
 * enrolment, a pledge, a list that waits, a packet not yet sent) must be the kept one's already; what is over is read along.
 */
export function reasonsAgainstMerge(kept: Entry, other: Entry): MergeReason[] {
  if (kept.id === other.id) return ["same-entry"];
  if (kept.owedMonths === null || other.owedMonths === null) return ["not-counted"];
  const [owed, owedToo] = [kept.owedMonths, other.owedMonths];
  const found: readonly [MergeReason, boolean][] = [
    ["different-nik", kept.nik !== null && other.nik !== null && kept.nik !== other.nik],
    [
      "different-group",
      (kept.targetGroup === "village-officer") !== (other.targetGroup === "village-officer"),
    ],
    ["both-enrolled", kept.isEnrolled && other.isEnrolled],
    ["other-enrolled", !kept.isEnrolled && other.isEnrolled],
    ["in-unsent-packet", other.isInUnsentPacket || (kept.isInUnsentPacket && other.isEnrolled)],
    ["other-pledged", other.isPledged && !other.isEnrolled],
    ["other-proposed", other.isProposed],
    ["owed-twice", owed.some((month) => owedToo.includes(month))],
    ["other-holds-others", other.absorbed > 0],
    ["other-has-life-event", lifeIsMissing(kept, other)],
    ["edit-waiting", kept.hasWaitingEdit || other.hasWaitingEdit],
  ];
  return found.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

/** A death, a move or a job that only the other entry knows would be lost to judgement and cover. */
const lifeIsMissing = (kept: Entry, other: Entry): boolean =>
  (other.diedOn !== null && kept.diedOn === null) ||
  (other.movedOn !== null && kept.movedOn === null) ||
  (other.lifeEvents > 0 && kept.lifeEvents === 0);
