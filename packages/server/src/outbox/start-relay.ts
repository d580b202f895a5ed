import type { App } from "#app";
import { drainOutbox, type Handlers } from "./drain-outbox.ts";

const pauseMillis = 400;

/** Drains the outbox for as long as the server lives. `stop` waits for the message in hand. */
export function startRelay(app: App, handlers: Handlers): { readonly stop: () => Promise<void> } {
  let stopped = false;
  let wake: () => void = () => {};
  const loop = (async () => {
    while (!stopped) {
      await drainOutbox(app, handlers).catch((error: unknown) =>
        app.log.error({ err: error }, "outbox relay"),
      );
      if (stopped) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, pauseMillis).unref();
      });
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await loop;
    },
  };
}
