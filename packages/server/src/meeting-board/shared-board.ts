import { createHash } from "node:crypto";
import type { App } from "#app";
import type { Database } from "#database";
import { onMeetingStirred, readHall, requireMeeting } from "#meetings";
import { asCity, type Step } from "#use-case";
import { findRunningItem } from "./agenda.view.ts";
import { type Board, boardOf } from "./board.ts";
import { type Mark, readMark } from "./mark.view.ts";

/** One board for all who watch a meeting: read and written out once, whoever asks. */
export type SharedBoard = {
  /** The same for boards that say the same, also of another process. */
  readonly mark: string;
  readonly board: Board;
  readonly json: string;
};

type Kept = {
  readonly meeting: { readonly id: string; readonly code: string };
  latest: { readonly mark: Mark; readonly shared: SharedBoard; readonly readAt: number } | null;
  looking: Promise<SharedBoard> | null;
  timer: NodeJS.Timeout | null;
  failingSince: number | null;
  readonly watchers: Set<Watcher>;
};

export type Watcher = {
  /** A board that is newer than the last one. */
  readonly told: (board: SharedBoard) => void;
  /** No more will come; whoever still wants one asks anew. */
  readonly ended: () => void;
};

/** While somebody watches, how often one looks whether anything moved, also by another process. */
const lookMillis = 200;
/** A long import moves the need with every row; the board counts again no more often than this. */
const needMillis = 5000;
/** A board that cannot be read for so long sends its watchers away, so that they say so. */
const failingMillis = 3000;
/** A writing announces itself before it commits: one looks a moment later, and once more. */
const stirredMillis = [25, 90] as const;

const cities = new WeakMap<Database, Map<string, Kept>>();
const closing = new WeakSet<Database>();

onMeetingStirred((app, meetingId) => {
  const kept = cities.get(app.db)?.get(meetingId);
  if (kept === undefined || kept.watchers.size === 0) return;
  for (const millis of stirredMillis)
    setTimeout(() => void lookAgain(app, kept).catch(() => undefined), millis).unref();
});

/** The board as it stands; several who ask at once look once. */
export function lookAtBoard(app: App, meeting: Kept["meeting"]): Promise<SharedBoard> {
  const kept = keptFor(app, meeting);
  const again = () => lookAgain(app, kept);
  // A look that is under way may have begun before what the asker has just done.
  return kept.looking === null ? again() : kept.looking.then(again, again);
}

/** Tells of every new board from now on, until what it answers is called. */
export function watchSharedBoard(app: App, meeting: Kept["meeting"], watcher: Watcher): () => void {
  if (closing.has(app.db)) watcher.ended();
  const kept = keptFor(app, meeting);
  kept.watchers.add(watcher);
  kept.timer ??= setTimeout(() => void keepLooking(app, kept), lookMillis).unref();
  return () => {
    kept.watchers.delete(watcher);
  };
}

/** Ends what is open and opens no more: the process closes, and a stream would hold it. */
export function endBoards(app: Pick<App, "db">): void {
  closing.add(app.db);
  for (const kept of cities.get(app.db)?.values() ?? []) endWatchers(kept);
}

function keptFor(app: App, meeting: Kept["meeting"]): Kept {
  const boards = cities.get(app.db) ?? new Map<string, Kept>();
  cities.set(app.db, boards);
  const known = boards.get(meeting.id);
  if (known !== undefined) return known;
  const made: Kept = {
    meeting,
    latest: null,
    looking: null,
    timer: null,
    failingSince: null,
    watchers: new Set(),
  };
  boards.set(meeting.id, made);
  return made;
}

async function keepLooking(app: App, kept: Kept): Promise<void> {
  try {
    if (kept.watchers.size > 0) await lookAgain(app, kept);
    kept.failingSince = null;
  } catch (error) {
    kept.failingSince ??= performance.now();
    if (performance.now() - kept.failingSince > failingMillis) {
      app.log.warn({ err: error, meeting: kept.meeting.code }, "the board cannot be read");
      endWatchers(kept);
    }
  }
  kept.timer = null;
  if (kept.watchers.size > 0) kept.timer = setTimeout(() => void keepLooking(app, kept), lookMillis).unref();
}

function endWatchers(kept: Kept): void {
  const all = [...kept.watchers];
  kept.watchers.clear();
  for (const { ended } of all) ended();
}

function lookAgain(app: App, kept: Kept): Promise<SharedBoard> {
  kept.looking ??= asCity(app, "meeting.board", (step) => look(step, kept)).finally(() => {
    kept.looking = null;
  });
  return kept.looking;
}

async function look(step: Step, kept: Kept): Promise<SharedBoard> {
  const before = kept.latest;
  const mark = await readMark(step.tx, { meetingId: kept.meeting.id });
  if (before !== null && !hasMoved(mark, before)) return before.shared;
  // The mark was read first: what is written meanwhile moves it, and is read with the next look.
  const meeting = await requireMeeting(step, kept.meeting.code);
  const board = boardOf(await readHall(step, meeting), await findRunningItem(step.tx, meeting.id));
  const said = markOf(board);
  // Much of what moves a mark shows nowhere: somebody types, a guest arrives.
  const isSame = before?.shared.mark === said;
  const shared = isSame ? before.shared : { mark: said, board, json: JSON.stringify(board) };
  kept.latest = { mark, shared, readAt: performance.now() };
  if (!isSame) for (const { told } of kept.watchers) told(shared);
  return shared;
}

function hasMoved(mark: Mark, { mark: before, readAt }: NonNullable<Kept["latest"]>): boolean {
  if (mark.quick !== before.quick) return true;
  return mark.need !== before.need && performance.now() - readAt > needMillis;
}

const markOf = (board: Board): string =>
  createHash("sha256")
    .update(JSON.stringify({ ...board, at: 0 }))
    .digest("base64url")
    .slice(0, 16);
