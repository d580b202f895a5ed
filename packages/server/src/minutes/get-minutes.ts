import {
  gapsOf,
  mayBecomeFinal,
  type MinutesGap,
  minutesNumber,
  minutesSettings,
  type MinutesSums,
  type Paper,
  snapshotName,
  sumVillages,
  type TextPart,
  textParts,
  textsFrom,
  writeMinutes,
} from "@tuwai/domain/minutes";
import { may } from "#access";
import { type Meeting, requireMeeting } from "#meetings";
import { readSettings } from "#settings";
import { read, type Step } from "#use-case";
import { listFiles, type MinutesFile } from "./minutes-file.store.ts";
import { addressOf, type Beside, factsOf, readBeside } from "./minutes-facts.ts";
import { listMinutes, type MinutesRow } from "./minutes.store.ts";
import { type AskedYear, findAskedYear } from "./of-meeting.view.ts";
import type { TextVersion } from "./minutes-words.store.ts";

/** A part that people write, and what would stand there if nobody had. */
export type ShownText = {
  readonly part: TextPart;
  readonly body: string;
  readonly made: string;
  /** The newest first; empty while nobody wrote. */
  readonly versions: readonly TextVersion[];
};

type Revision = Pick<
  MinutesRow,
  | "id"
  | "revision"
  | "state"
  | "takenAt"
  | "publishedAt"
  | "objectionsUntil"
  | "finalAt"
  | "correction"
  | "version"
> & { readonly number: string };

export type ShownMinutes = Revision & {
  readonly letterNumber: string | null;
  readonly address: string;
  readonly snapshotName: string;
  readonly snapshotHash: string;
  readonly sums: MinutesSums;
  readonly gaps: readonly MinutesGap[];
  readonly paper: Paper;
  readonly texts: readonly ShownText[];
  readonly replies: Beside["replies"];
  readonly files: readonly MinutesFile[];
  /** The days for objections are over. */
  readonly mayFinish: boolean;
};

export type MeetingMinutes = {
  readonly meeting: Meeting;
  /** The newest revision that the reader may see, or the one asked for. */
  readonly minutes: ShownMinutes | null;
  readonly revisions: readonly Revision[];
  /** The year whose promises they hold; null while the city has not asked for it. */
  readonly year: AskedYear | null;
  /** Calendar days for objections, as a draft that is shown today would have them. */
  readonly objectionDays: number;
};

type Input = { readonly meetingCode: string; readonly revision?: number };

/** The minutes of a meeting with what is missing, what was said to them and what the paper says. Drafts are their writer's. Throws `not-found`. */
export const getMinutes = read(
  { purpose: "minutes", permission: "minutes.read" },
  async (step, { meetingCode, revision }: Input): Promise<MeetingMinutes> => {
    const meeting = await requireMeeting(step, meetingCode);
    const rows = await readable(step, meeting.id);
    const row = rows.find((one) => one.revision === revision) ?? rows[0];
    const settings = await readSettings(step.tx, step.actor.regionCode, minutesSettings);
    return {
      meeting,
      minutes: row === undefined ? null : await shown(step, row, rows),
      revisions: rows.map(revisionOf),
      year: (await findAskedYear(step.tx, step.actor.regionCode, meeting.year)) ?? null,
      objectionDays: settings["minutes-objection-days"].value,
    };
  },
);

/** Every revision that the reader may see: a draft nobody but who writes it. */
export async function readable({ tx, actor }: Step, meetingId: string): Promise<readonly MinutesRow[]> {
  const rows = await listMinutes(tx, meetingId);
  return may(actor, "minutes.write") ? rows : rows.filter(({ state }) => state !== "draft");
}

async function shown(step: Step, row: MinutesRow, rows: readonly MinutesRow[]): Promise<ShownMinutes> {
  const beside = await readBeside(step, row.meetingId);
  const replaced = rows.find(({ id }) => id === row.replaces) ?? null;
  const facts = factsOf(step.app, row, { ...beside, replaced });
  const unanswered = beside.replies.filter(({ kind, answer }) => kind === "objected" && answer === null);
  return {
    ...revisionOf(row),
    letterNumber: row.letterNumber,
    address: addressOf(step.app, row.code),
    snapshotName: snapshotName(row.snapshotHash),
    snapshotHash: row.snapshotHash,
    sums: sumVillages(row.snapshot),
    gaps: gapsOf({
      snapshot: row.snapshot,
      hasDiscussion: facts.texts.discussion.trim() !== "",
      unanswered: unanswered.length,
    }),
    paper: writeMinutes(facts),
    texts: shownTexts(row, beside.texts),
    replies: beside.replies,
    files: await listFiles(step.tx, [row.id]),
    mayFinish:
      row.state === "published" &&
      row.objectionsUntil !== null &&
      mayBecomeFinal(row.objectionsUntil, step.today),
  };
}

function shownTexts({ snapshot }: MinutesRow, written: readonly TextVersion[]): readonly ShownText[] {
  const made = textsFrom(snapshot);
  return textParts.map((part) => {
    const versions = written.filter((text) => text.part === part);
    return { part, made: made[part], versions, body: versions[0]?.body ?? made[part] };
  });
}

const revisionOf = (row: MinutesRow): Revision => {
  const { id, revision, state, takenAt, publishedAt, objectionsUntil, finalAt, correction, version } = row;
  const number = minutesNumber(row);
  return { id, revision, state, takenAt, publishedAt, objectionsUntil, finalAt, correction, version, number };
};
