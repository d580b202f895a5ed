import { setTimeout as pause } from "node:timers/promises";
import type { App } from "#app";
import type { Handlers } from "./handles.ts";
import type { Works } from "./pass-day.ts";
import { performUnit, takeUnit } from "./perform-unit.ts";
import { lastNight, runSchedules, type Schedule } from "./schedule.ts";
import { longTopics, type Topic } from "./topics.ts";

const pauseMillis = 400;

/** Works for as long as the server lives, long and quick work side by side, and sets each night's work going. `stop` waits for what is in hand. */
export function startWork(app: App, { handlers, schedules }: Works): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const quickTopics = (Object.keys(handlers) as Topic[]).filter((topic) => !longTopics.includes(topic));
  const loops = [longTopics, quickTopics].map((notTopics) =>
    run(app, handlers, { notTopics, ending: ending.signal }),
  );
  const nights = keepNights(app, schedules, ending.signal);
  return {
    stop: async () => {
      ending.abort();
      await Promise.all([...loops, nights]);
    },
  };
}

type Lane = { readonly notTopics: readonly Topic[]; readonly ending: AbortSignal };

async function run(app: App, handlers: Handlers, { notTopics, ending }: Lane): Promise<void> {
  while (!ending.aborted) {
    const worked = await workOnce(app, handlers, notTopics).catch((error: unknown) => {
      app.log.error({ err: error }, "work");
      return false;
    });
    if (!worked) await pause(pauseMillis, undefined, { signal: ending }).catch(() => {});
  }
}

async function workOnce(app: App, handlers: Handlers, notTopics: readonly Topic[]): Promise<boolean> {
  const unit = await takeUnit(app, handlers, { notTopics });
  if (unit) await performUnit(app, handlers, unit);
  return unit !== undefined;
}

/** The database is asked only when a night has come that this process has not seen. */
async function keepNights(app: App, schedules: readonly Schedule[], ending: AbortSignal): Promise<void> {
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
