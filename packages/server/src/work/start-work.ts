import { setTimeout as pause } from "node:timers/promises";
import type { App } from "#app";
import { giveBack, performUnit, takeUnit } from "./perform-unit.ts";
import { lastNight, runSchedules } from "./schedule.ts";
import { longLanes, longTopics, type Topic } from "./topics.ts";
import type { Unit } from "./work.store.ts";
import { handlersOf, schedulesOf } from "./works.ts";

const pauseMillis = 400;
/** What is in hand and does not end in this time is given back: whoever stops the server waits no longer. */
const patienceMillis = 2_000;

/**
 * Works for as long as the server lives, long and quick work side by side, and sets each night's work going. `stop` tells what
 * is in hand to end, waits a moment for it, and gives back what has not ended.
 */
export function startWork(app: App): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const inHand = new Set<Unit>();
  const loops = lanesOf(app).map((notTopics) => run(app, { notTopics, ending: ending.signal, inHand }));
  const nights = keepNights(app, ending.signal);
  return {
    stop: async () => {
      ending.abort(new Error("the server stops"));
      const ended = Promise.all([...loops, nights]);
      await Promise.race([ended, pause(patienceMillis, undefined, { ref: false })]);
      await Promise.all([...inHand].map((unit) => giveBack(app, unit)));
    },
  };
}

type Lane = {
  readonly notTopics: readonly Topic[];
  readonly ending: AbortSignal;
  readonly inHand: Set<Unit>;
};

/** What each lane leaves to the others. */
function lanesOf(app: App): readonly (readonly Topic[])[] {
  const topics = Object.keys(handlersOf(app)) as Topic[];
  const long = longTopics.flatMap((own) =>
    Array.from({ length: longLanes[own] ?? 0 }, () => topics.filter((topic) => topic !== own)),
  );
  return [longTopics, ...long];
}

async function run(app: App, lane: Lane): Promise<void> {
  while (!lane.ending.aborted) {
    const worked = await workOnce(app, lane).catch((error: unknown) => {
      app.log.error({ err: error }, "work");
      return false;
    });
    if (!worked) await pause(pauseMillis, undefined, { signal: lane.ending }).catch(() => {});
  }
}

async function workOnce(app: App, { notTopics, ending, inHand }: Lane): Promise<boolean> {
  const unit = await takeUnit(app, { notTopics });
  if (!unit) return false;
  inHand.add(unit);
  try {
    await performUnit(app, unit, ending);
  } finally {
    inHand.delete(unit);
  }
  return true;
}

/** The database is asked only when a night has come that this process has not seen. */
async function keepNights(app: App, ending: AbortSignal): Promise<void> {
  const schedules = schedulesOf(app);
  let seen = "";
  while (!ending.aborted) {
    const nights = schedules.map((each) => `${each.name} ${lastNight(app.clock.now(), each)}`).join();
    if (nights !== seen) {
      await runSchedules(app, schedules)
        .then(() => (seen = nights))
        .catch((error: unknown) => app.log.error({ err: error }, "schedules"));
    }
    await pause(pauseMillis, undefined, { signal: ending }).catch(() => {});
  }
}
