import { type App, isAppError } from "#app";
import { asSystem } from "#database";
import type { Topic } from "./topic.ts";
import { claimMessage, completeMessage, type Message, postponeMessage } from "./outbox.store.ts";

/** One handler per topic. Handlers are idempotent: a crash after the work and before the tick repeats them. */
export type Handlers = Readonly<
  Record<Topic, (app: App, payload: Readonly<Record<string, unknown>>) => Promise<unknown>>
>;

const maxAttempts = 8;

/** Works until nothing is due; returns how many messages were handled. Several processes may drain at once. */
export async function drainOutbox(app: App, handlers: Handlers): Promise<number> {
  let handled = 0;
  while (await workOnOne(app, handlers)) handled += 1;
  return handled;
}

function workOnOne(app: App, handlers: Handlers): Promise<boolean> {
  return asSystem(app, async (tx) => {
    const message = await claimMessage(tx);
    if (!message) return false;
    const error = await attempt(app, handlers, message);
    if (error === null) await completeMessage(tx, message.id);
    else await postponeMessage(tx, message.id, { error, maxAttempts });
    return true;
  });
}

async function attempt(app: App, handlers: Handlers, message: Message): Promise<string | null> {
  try {
    await handlers[message.topic](app, message.payload);
    return null;
  } catch (error) {
    const code = isAppError(error) ? error.code : (error as Error).name;
    app.log.error(
      { message: message.id, topic: message.topic, attempts: message.attempts + 1, err: error },
      "outbox message failed",
    );
    return code;
  }
}
