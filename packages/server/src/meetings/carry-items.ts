import { atClosing, type PlannedItem } from "@tuwai/domain/meetings";
import { readNote } from "#app";
import type { Step } from "#use-case";
import {
  insertItems,
  type Item,
  listItems,
  listUntakenItems,
  lockItems,
  type NewItem,
  saveItemState,
} from "./item.store.ts";
import { listMeetingRows } from "./meeting.store.ts";
import { secondsOfRun } from "./seconds-of-run.ts";

/** The agenda of a new meeting: its own items, then what earlier ones did not finish, each with its notes. */
export async function planItems(
  step: Step,
  meetingId: string,
  planned: readonly PlannedItem[],
): Promise<void> {
  const { tx, actor } = step;
  const own = planned.flatMap(({ title, minutes, presenter }) => {
    const said = readNote(title);
    if (said === null) return [];
    const time = Math.min(600, Math.max(0, Math.trunc(minutes) || 0));
    return [
      { title: said.slice(0, 200), minutes: time, presenter: readNote(presenter)?.slice(0, 200) ?? null },
    ];
  });
  const rows = own.map((item, at): NewItem => ({ ...item, id: step.newId(), meetingId, position: at + 1 }));
  const moved = await listUntakenItems(tx, actor.regionCode);
  await addTo(step, [
    ...rows,
    ...moved.map((item, at) => carried(step, item, meetingId, rows.length + at + 1)),
  ]);
}

const carried = (step: Step, item: Item, meetingId: string, position: number): NewItem => ({
  id: step.newId(),
  meetingId,
  position,
  title: item.title,
  presenter: item.presenter,
  minutes: item.minutes,
  notes: item.notes,
  fromItemId: item.id,
});

async function addTo({ tx, actor, now }: Step, items: readonly NewItem[]): Promise<void> {
  if (items.length === 0) return;
  await insertItems(tx, items, { by: actor.userId, at: now, regionCode: actor.regionCode });
}

/** At the end of a meeting: what runs is over, what was not reached moves on, at once where the next meeting is already planned. */
export async function closeAgenda(step: Step, meetingId: string): Promise<void> {
  const { tx, actor, now: at } = step;
  for (const item of await lockItems(tx, meetingId)) {
    const state = atClosing(item.state);
    if (state === item.state) continue;
    const isOver = item.state === "running";
    await saveItemState(tx, {
      id: item.id,
      state,
      startedAt: item.startedAt,
      endedAt: isOver ? at : item.endedAt,
      spentSeconds: item.spentSeconds + (isOver ? secondsOfRun(item, at) : 0),
      by: actor.userId,
      at,
    });
  }
  const next = (await listMeetingRows(tx, actor.regionCode))
    .toReversed()
    .find(({ state, id }) => id !== meetingId && (state === "draft" || state === "invited"));
  if (next === undefined) return;
  const already = (await listItems(tx, next.id)).length;
  const moved = await listUntakenItems(tx, actor.regionCode);
  await addTo(
    step,
    moved.map((item, index) => carried(step, item, next.id, already + index + 1)),
  );
}
