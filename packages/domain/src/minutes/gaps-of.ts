import type { MinutesSnapshot } from "./minutes-snapshot.ts";
import { sumVillages } from "./sum-villages.ts";

/** What is missing, in the order of the paper; all of it is written as it is and holds nobody up. */
export type MinutesGap =
  | { readonly gap: "silent" | "awaiting" | "objected" | "no-time" | "unanswered"; readonly count: number }
  | {
      readonly gap:
        | "not-closed"
        | "no-basis"
        | "no-leader"
        | "no-secretary"
        | "no-place"
        | "nobody-came"
        | "no-agenda"
        | "no-discussion"
        | "no-decision";
      readonly count: 1;
    };

type Asked = {
  readonly snapshot: MinutesSnapshot;
  readonly hasDiscussion: boolean;
  /** Objections after the meeting to which nobody has answered. */
  readonly unanswered: number;
};

type Counted = "silent" | "awaiting" | "objected" | "no-time" | "unanswered";
type Single = Exclude<MinutesGap["gap"], Counted>;

const isSaid = (text: string | null): boolean => text !== null && text.trim() !== "";
const one = (gap: Single, is: boolean) => (is ? ([{ gap, count: 1 }] as const) : []);
const many = (gap: Counted, count: number) => (count > 0 ? ([{ gap, count }] as const) : []);

export function gapsOf({ snapshot, hasDiscussion, unanswered }: Asked): readonly MinutesGap[] {
  const { meeting, guests, items, decisions, followUps } = snapshot;
  const sums = sumVillages(snapshot);
  return [
    ...one("not-closed", !meeting.isClosed),
    ...many("silent", sums.silent.length),
    ...many("awaiting", sums.awaiting),
    ...many("objected", sums.objected),
    ...one("no-basis", !isSaid(meeting.basis)),
    ...one("no-place", !isSaid(meeting.place)),
    ...one("no-leader", !isSaid(meeting.leader)),
    ...one("no-secretary", !isSaid(meeting.secretary)),
    ...one(
      "nobody-came",
      guests.every(({ arrivedAt }) => arrivedAt === null),
    ),
    ...one("no-agenda", items.length === 0),
    ...one("no-discussion", !hasDiscussion),
    ...one("no-decision", decisions.length === 0),
    ...many("no-time", followUps.filter(({ until }) => until === null).length),
    ...many("unanswered", unanswered),
  ];
}
