import { type ItemState, mayTurn } from "@tuwai/domain/meetings";
import { AppError } from "#app";
import { change, type Operation, type Step } from "#use-case";
import { appendEvent } from "./event.store.ts";
import { type Item, lockItems, saveItemState } from "./item.store.ts";
import { holdMeeting } from "./plan-meeting.ts";
import { secondsOfRun } from "./seconds-of-run.ts";

export type TurnItem = Operation & {
  readonly meetingCode: string;
  readonly itemId: string;
  /** Named, never "the next one": who presses at the same time as somebody else starts the same item once. */
  readonly to: ItemState;
};
export type TurnItemOutcome = { readonly outcome: "turned" | "unchanged" | "not-now" };

/** Starts an item, ending the one that runs, or puts it aside and back. Throws `not-found`. */
export const turnItem = change(
  { name: "meeting.item.turn", permission: "meeting.run" },
  async (step, { meetingCode, itemId, to }: TurnItem): Promise<TurnItemOutcome> => {
    const meeting = await holdMeeting(step, meetingCode);
    const items = await lockItems(step.tx, meeting.id);
    const item = items.find(({ id }) => id === itemId);
    if (item === undefined) throw new AppError("not-found", { object: "meeting-item" });
    if (item.state === to) return step.unchanged({ outcome: "unchanged" });
    const isClock = to === "running" || to === "done";
    if (meeting.state === "closed" || (isClock && meeting.state !== "open") || !mayTurn(item.state, to))
      return step.unchanged({ outcome: "not-now" });
    const running = items.find(({ state }) => state === "running");
    // Going back leaves the one that ran to be taken up again; going on ends it.
    if (to === "running" && running !== undefined)
      await stop(step, running, running.position < item.position ? "done" : "planned");
    if (to === "running") await start(step, item);
    else await stop(step, item, to);
    await step.audit({
      objectType: "meeting",
      objectId: meeting.code,
      details: { number: item.position, to },
    });
    return { outcome: "turned" };
  },
);

async function start(step: Step, item: Item): Promise<void> {
  const { tx, actor, now: at } = step;
  const { id, spentSeconds, meetingId, position } = item;
  await saveItemState(tx, {
    id,
    state: "running",
    startedAt: at,
    endedAt: null,
    spentSeconds,
    by: actor.userId,
    at,
  });
  await appendEvent(step, { meetingId, kind: "item-started", details: { itemId: id, position } });
}

async function stop(step: Step, item: Item, state: ItemState): Promise<void> {
  const { tx, actor, now: at } = step;
  const { id, meetingId, position, startedAt } = item;
  const isRunning = item.state === "running";
  const spentSeconds = item.spentSeconds + (isRunning ? secondsOfRun(item, at) : 0);
  const endedAt = isRunning ? at : item.endedAt;
  await saveItemState(tx, { id, state, startedAt, endedAt, spentSeconds, by: actor.userId, at });
  if (isRunning)
    await appendEvent(step, {
      meetingId,
      kind: "item-ended",
      details: { itemId: id, position, spentSeconds },
    });
}
