import { setTimeout as pause } from "node:timers/promises";
import type { App } from "#app";
import type { Handlers } from "./handles.ts";
import { performUnit, takeUnit } from "./perform-unit.ts";
import { longTopics, type Topic } from "./topics.ts";

const pauseMillis = 400;

/** Works for as long as the server lives, long and quick work side by side. `stop` waits for what is in hand. */
export function startWork(app: App, handlers: Handlers): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const quickTopics = (Object.keys(handlers) as Topic[]).filter((topic) => !longTopics.includes(topic));
  const loops = [longTopics, quickTopics].map((notTopics) =>
    run(app, handlers, { notTopics, ending: ending.signal }),
  );
  return {
    stop: async () => {
      ending.abort();
      await Promise.all(loops);
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
