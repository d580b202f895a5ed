import { type App, isAppError } from "#app";
import { asSystem } from "#database";
import type { Topic } from "./topics.ts";
import { claimWork, completeWork, postponeWork, renewLease, type Unit } from "./work.store.ts";
import { handlersOf } from "./works.ts";

const maxAttempts = 8;
/** A killed worker's work is taken again after this; a living one says three times as often that it lives. */
const leaseSeconds = 30;
const mostTogether = 200;

/** Takes what waits under a lease of its own, or nothing. */
export function takeUnit(
  app: App,
  { hurry = false, notTopics = [] }: { readonly hurry?: boolean; readonly notTopics?: readonly Topic[] },
): Promise<Unit | undefined> {
  const lease = app.newId();
  const handlers = handlersOf(app);
  const uniting = (Object.keys(handlers) as Topic[]).filter((topic) => handlers[topic]?.unite !== undefined);
  return asSystem(app, (tx) =>
    claimWork(tx, { lease, leaseSeconds, notTopics, uniting, most: mostTogether, hurry }),
  );
}

/** Does the work outside any transaction of the queue, then ticks it or puts it off. Never throws for the handler's sake. */
export async function performUnit(app: App, unit: Unit): Promise<void> {
  const beat = setInterval(() => void renew(app, unit), (leaseSeconds * 1000) / 3);
  const error = await attempt(app, unit).finally(() => clearInterval(beat));
  if (error !== null) return asSystem(app, (tx) => postponeWork(tx, unit.lease, { error, maxAttempts }));
  const isOurs = await asSystem(app, (tx) => completeWork(tx, unit.lease));
  if (!isOurs) app.log.warn({ topic: unit.topic }, "a lease was lost before the work was done");
}

async function attempt(app: App, unit: Unit): Promise<string | null> {
  try {
    await handle(app, unit);
    return null;
  } catch (error) {
    const code = isAppError(error) ? error.code : (error as Error).name;
    const ids = unit.messages.map(({ id }) => id);
    const attempts = unit.messages[0]!.attempts + 1;
    app.log.error({ messages: ids, topic: unit.topic, attempts, err: error }, "work failed");
    return code;
  }
}

function handle<T extends Topic>(app: App, unit: Unit<T>): Promise<unknown> {
  const handler = handlersOf(app)[unit.topic];
  if (handler === undefined) throw new Error(`nobody does the work of ${unit.topic}`);
  const { work, unite } = handler;
  const payloads = unit.messages.map(({ payload }) => payload);
  const [first] = payloads;
  const isRetried = unit.messages.some(({ retriedAt }) => retriedAt !== null);
  return work(app, unite && payloads.length > 1 ? unite(payloads) : first!, { isRetried });
}

async function renew(app: App, unit: Unit): Promise<void> {
  await asSystem(app, (tx) => renewLease(tx, unit.lease, leaseSeconds)).catch((error: unknown) =>
    app.log.error({ topic: unit.topic, err: error }, "a lease could not be renewed"),
  );
}
