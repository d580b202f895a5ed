export type ItemState = "planned" | "running" | "done" | "moved" | "parked" | "dropped";

/** An item of an agenda; moments in milliseconds since 1970. */
export type AgendaItem = {
  readonly id: string;
  readonly position: number;
  readonly minutes: number;
  readonly state: ItemState;
  readonly startedAt: number | null;
  /** Of the runs that are over. */
  readonly spentSeconds: number;
};

export type TimedItem = {
  readonly id: string;
  /** When it begins if everything before it takes what is left of its minutes; null for what is over or not held here. */
  readonly begins: number | null;
  /** What it took so far; null before it first ran. */
  readonly spentSeconds: number | null;
  /** Of its planned minutes; below zero once it runs over. */
  readonly leftSeconds: number;
};

export type AgendaClock = {
  readonly items: readonly TimedItem[];
  /** Minutes of everything that is held in this meeting, against those between its beginning and its end. */
  readonly plannedMinutes: number;
  readonly availableMinutes: number;
  /** When the last item is over if the rest takes its planned time. */
  readonly ends: number;
  /** How long after the planned end that is; below zero where there is time to spare. */
  readonly lateSeconds: number;
  readonly done: number;
  readonly held: number;
  readonly runningId: string | null;
  /** What *next* and *previous* start. */
  readonly nextId: string | null;
  readonly previousId: string | null;
};

type Frame = { readonly startsAt: number; readonly endsAt: number; readonly now: number };

const minute = 60_000;
const inMeeting: readonly ItemState[] = ["planned", "running", "done"];

/** Whether an item takes time of this meeting; what was put aside or moved takes none. */
export const isHeld = ({ state }: Pick<AgendaItem, "state">): boolean => inMeeting.includes(state);

/**
 * An agenda against the clock: planned minutes are a budget, whose sum is compared with the end. An item that ran over pushes all
 * that follow it; one that ended early gives its time back.
 */
export function timeAgenda(all: readonly AgendaItem[], { startsAt, endsAt, now }: Frame): AgendaClock {
  const items = all.toSorted((a, b) => a.position - b.position);
  const held = items.filter(isHeld);
  const running = held.find(({ state }) => state === "running");
  const hasBegun = held.some((item) => item.state !== "planned" || item.startedAt !== null);
  let at = hasBegun ? now : Math.max(now, startsAt);
  const timed = items.map((item): TimedItem => {
    const spent = spentOf(item, now);
    const leftSeconds = item.minutes * 60 - (spent ?? 0);
    const isOpen = item.state === "planned" || item.state === "running";
    const begins = isOpen ? at : null;
    if (isOpen) at += Math.max(0, leftSeconds) * 1000;
    return { id: item.id, begins, spentSeconds: spent, leftSeconds };
  });
  const plannedMinutes = held.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    items: timed,
    plannedMinutes,
    availableMinutes: Math.max(0, Math.round((endsAt - startsAt) / minute)),
    ends: at,
    lateSeconds: Math.round((at - endsAt) / 1000),
    done: held.filter(({ state }) => state === "done").length,
    held: held.length,
    runningId: running?.id ?? null,
    ...neighbours(held, running),
  };
}

function spentOf({ state, startedAt, spentSeconds }: AgendaItem, now: number): number | null {
  if (startedAt === null) return spentSeconds > 0 ? spentSeconds : null;
  if (state !== "running") return spentSeconds;
  return spentSeconds + Math.max(0, Math.floor((now - startedAt) / 1000));
}

/** Without one that runs, *next* is the first that waits and *previous* the last that is over. */
function neighbours(held: readonly AgendaItem[], running: AgendaItem | undefined) {
  const at = running === undefined ? -1 : held.indexOf(running);
  const after = held.slice(at + 1).find(({ state }) => state === "planned");
  const before = running === undefined ? held.findLast(({ state }) => state === "done") : held[at - 1];
  return { nextId: after?.id ?? null, previousId: before?.id ?? null };
}

/** Which way an item may go: nothing that is over is dropped, and what is put aside comes back by being planned again. */
const ways: Readonly<Record<ItemState, readonly ItemState[]>> = {
  planned: ["running", "moved", "parked", "dropped"],
  running: ["done", "planned", "moved", "parked"],
  done: ["running"],
  parked: ["planned", "moved", "dropped"],
  moved: ["planned"],
  dropped: ["planned"],
};

export const mayTurn = (from: ItemState, to: ItemState): boolean => ways[from].includes(to);

/** What closing a meeting makes of an item: what was not finished goes to the next one. */
export const atClosing = (state: ItemState): ItemState =>
  state === "planned" ? "moved" : state === "running" ? "done" : state;
