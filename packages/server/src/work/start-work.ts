import { setTimeout as pause } from "node:timers/promises";
import type { App } from "#app";
import { performUnit, takeUnit } from "./perform-unit.ts";
import { lastNight, runSchedules } from "./schedule.ts";
import { longTopics, type Topic } from "./topics.ts";
import { handlersOf, schedulesOf } from "./works.ts";

const pauseMillis = 400;

/** Works for as long as the server lives, long and quick work side by side, and sets each night's work going. `stop` waits for what is in hand. */
export function startWork(app: App): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const quickTopics = (Object.keys(handlersOf(app)) as Topic[]).filter(
    (topic) => !longTopics.includes(topic),
  );
  const loops = [longTopics, quickTopics].map((notTopics) => run(app, { notTopics, ending: ending.signal }));
  const nights = keepNights(app, ending.signal);
  return {
    stop: async () => {
      ending.abort();
      await Promise.all([...loops, nights]);
    },
  };
}

type Lane = { readonly notTopics: readonly Topic[]; readonly ending: AbortSignal };

async function run(app: App, { notTopics, ending }: Lane): Promise<void> {
  while (!ending.aborted) {
    const worked = await workOnce(app, notTopics).catch((error: unknown) => {
      app.log.error({ err: error }, "work");
      return false;
    });
    if (!worked) await pause(pauseMillis, undefined, { signal: ending }).catch(() => {});
  }
}

async function workOnce(app: App, notTopics: readonly Topic[]): Promise<boolean> {
  const unit = await takeUnit(app, { notTopics });
  if (unit) await performUnit(app, unit);
  return unit !== undefined;
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
