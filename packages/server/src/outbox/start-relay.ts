import { setTimeout as pause } from "node:timers/promises";
import type { App } from "#app";
import { drainOutbox, type Handlers } from "./drain-outbox.ts";

const pauseMillis = 400;

/** Drains the outbox for as long as the server lives. `stop` waits for the message in hand. */
export function startRelay(app: App, handlers: Handlers): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const loop = run(app, handlers, ending.signal);
  return {
    stop: async () => {
      ending.abort();
      await loop;
    },
  };
}

async function run(app: App, handlers: Handlers, ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    await drainOutbox(app, handlers).catch((error: unknown) => app.log.error({ err: error }, "outbox relay"));
    await pause(pauseMillis, undefined, { signal: ending }).catch(() => {});
  }
}
