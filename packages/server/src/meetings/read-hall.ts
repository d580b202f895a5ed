import { type MeetingRow, type RowState, rowStateOf } from "@tuwai/domain/meetings";
import {
  type CommitmentTotals,
  type GroupNeed,
  readYear,
  totalsOf,
  type VillageCommitments,
} from "#commitments";
import { read, type Step } from "#use-case";
import { lastSeq, listLatestEvents, type MeetingEvent } from "./event.store.ts";
import type { Meeting } from "./meeting.store.ts";
import { requireMeeting } from "./plan-meeting.ts";
import { listVillageRows, type VillageRow } from "./row.store.ts";

/** A village in a meeting: what it needs and promised for the groups that are asked for, and where it stands. */
export type HallVillage = VillageCommitments & {
  readonly row: VillageRow | null;
  readonly rowState: RowState;
  /** Some of what it promised is for less than a whole year. */
  readonly isShort: boolean;
};

/** Everything of a meeting in one look, within the reader's area. */
export type Hall = {
  readonly meeting: Meeting;
  /** Since when promises of the year change with a reason only. */
  readonly lockedAt: Date | null;
  readonly villages: readonly HallVillage[];
  readonly totals: CommitmentTotals & {
    /** Typed by the operator and not yet confirmed: villages, and rupiah; both are part of the sums. */
    readonly awaiting: number;
    readonly awaitingRupiah: number;
  };
  /** What happened last, the newest first. */
  readonly latest: readonly MeetingEvent[];
  /** The end of the meeting's line when it was read. */
  readonly seq: number;
  readonly at: Date;
};

/** What operator's table, board and minutes are made of. */
export async function readHall(step: Step, meeting: Meeting): Promise<Hall> {
  const { tx, area } = step;
  const seq = await lastSeq(tx, meeting.id);
  const { year, groups } = meeting;
  const known = await readYear(step, { year, groups });
  const rows = new Map((await listVillageRows(tx, area, meeting.id)).map((row) => [row.villageCode, row]));
  const villages = known.villages.map((now): HallVillage => {
    const village = meeting.state === "closed" ? asPromised(now) : now;
    const row = rows.get(now.villageCode);
    return {
      ...village,
      row: row ?? null,
      rowState: rowStateOf(row === undefined ? undefined : momentsOf(row), village.state, step.now.getTime()),
      isShort: village.groups.some(
        ({ commitment, stages }) => stages.promised > 0 && commitment!.months < 12,
      ),
    };
  });
  const awaiting = villages.filter(({ rowState }) => rowState === "awaiting");
  return {
    meeting,
    lockedAt: known.lockedAt,
    villages,
    totals: {
      ...totalsOf(villages),
      awaiting: awaiting.length,
      awaitingRupiah: awaiting.reduce((sum, { promised }) => sum + promised, 0),
    },
    latest: await listLatestEvents(tx, area, { meetingId: meeting.id, limit: 12 }),
    seq,
    at: step.now,
  };
}

const ms = (at: Date | null): number | null => at?.getTime() ?? null;

/** What a meeting that is over was about: the need as it stood when each village promised, whoever is protected since. */
function asPromised(village: VillageCommitments): VillageCommitments {
  const sum = (of: (group: GroupNeed) => number) => village.groups.reduce((all, group) => all + of(group), 0);
  return {
    ...village,
    need: sum((group) => promiseIn(group)?.needRupiah ?? group.need?.total ?? 0),
    heads: sum((group) =>
      group.isApplicable ? (promiseIn(group)?.needHeads ?? group.heads.unprotected) : 0,
    ),
  };
}

const promiseIn = ({ stages, commitment }: GroupNeed) => (stages.promised > 0 ? commitment : null);

function momentsOf({ openedAt, typingAt, typedAt, confirmedAt, objectedAt }: VillageRow): MeetingRow {
  return {
    openedAt: ms(openedAt),
    typingAt: ms(typingAt),
    typedAt: ms(typedAt),
    confirmedAt: ms(confirmedAt),
    objectedAt: ms(objectedAt),
  };
}

/** The meeting within the reader's own area: his village, his kecamatan or the city. Throws `not-found`. */
export const getHall = read(
  { purpose: "meeting-hall", permission: "meeting.row.read" },
  async (step, { meetingCode }: { readonly meetingCode: string }): Promise<Hall> =>
    readHall(step, await requireMeeting(step, meetingCode)),
);
