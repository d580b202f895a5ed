import { type App, forgetAnswers, isAppError } from "#app";
import { asSystem } from "#database";
import { longTopics, type Topic } from "./topics.ts";
import {
  type Buried,
  claimWork,
  completeWork,
  giveBackWork,
  postponeWork,
  renewLease,
  type Unit,
} from "./work.store.ts";
import { handlersOf } from "./works.ts";

const maxAttempts = 8;
/** A process that ended with work in hand may have died of it: after so many it is not taken again. */
const maxDeaths = 3;
/** A killed worker's work is taken again after this; a living one says three times as often that it lives. */
const leaseSeconds = 30;
const mostTogether = 200;

/** Takes what waits under a lease of its own, or nothing. */
export async function takeUnit(
  app: App,
  { hurry = false, notTopics = [] }: { readonly hurry?: boolean; readonly notTopics?: readonly Topic[] },
): Promise<Unit | undefined> {
  const lease = app.newId();
  const handlers = handlersOf(app);
  const uniting = (Object.keys(handlers) as Topic[]).filter((topic) => handlers[topic]?.unite !== undefined);
  const claim = { lease, leaseSeconds, notTopics, uniting, most: mostTogether, apart: longTopics, hurry };
  const { unit, buried } = await asSystem(app, (tx) => claimWork(tx, claim, { maxAttempts, maxDeaths }));
  await tellGivenUp(app, buried);
  return unit;
}

/**
 * Does the work outside any transaction of the queue, then ticks it or puts it off. Never throws for the handler's sake. Work
 * that ends because the server stops is given back.
 */
export async function performUnit(app: App, unit: Unit, stop?: AbortSignal): Promise<void> {
  const beat = setInterval(() => void renew(app, unit), (leaseSeconds * 1000) / 3);
  const error = await attempt(app, unit, stop).finally(() => clearInterval(beat));
  await settle(app, unit, { error, stop }).finally(() => forgetAnswers(app.db));
}

type Ended = { readonly error: string | null; readonly stop: AbortSignal | undefined };

async function settle(app: App, unit: Unit, { error, stop }: Ended): Promise<void> {
  if (error !== null && stop?.aborted === true) return giveBack(app, unit);
  if (error !== null) {
    const buried = await asSystem(app, (tx) => postponeWork(tx, unit.lease, { error, maxAttempts }));
    return tellGivenUp(app, buried);
  }
  const isOurs = await asSystem(app, (tx) => completeWork(tx, unit.lease));
  if (!isOurs) app.log.warn({ topic: unit.topic }, "a lease was lost before the work was done");
}

/** Another process, or this one after its next start, takes it up at once. */
export function giveBack(app: App, { lease }: Unit): Promise<void> {
  return asSystem(app, (tx) => giveBackWork(tx, lease));
}

async function attempt(app: App, unit: Unit, stop: AbortSignal | undefined): Promise<string | null> {
  try {
    await handle(app, unit, stop);
    return null;
  } catch (error) {
    const code = isAppError(error) ? error.code : (error as Error).name;
    if (stop?.aborted === true) return code;
    const ids = unit.messages.map(({ id }) => id);
    const attempts = unit.messages[0]!.attempts + 1;
    app.log.error({ messages: ids, topic: unit.topic, attempts, err: error }, "work failed");
    return code;
  }
}

function handle<T extends Topic>(app: App, unit: Unit<T>, stop: AbortSignal | undefined): Promise<unknown> {
  const handler = handlersOf(app)[unit.topic];
  if (handler === undefined) throw new Error(`nobody does the work of ${unit.topic}`);
  const { work, unite } = handler;
  const payloads = unit.messages.map(({ payload }) => payload);
  const [first] = payloads;
  const isRetried = unit.messages.some(({ retriedAt }) => retriedAt !== null);
  const seen = { isRetried, ...(stop === undefined ? {} : { stop }) };
  return work(app, unite && payloads.length > 1 ? unite(payloads) : first!, seen);
}

async function tellGivenUp(app: App, buried: readonly Buried[]): Promise<void> {
  for (const { topic, payload, attempts } of buried)
    await tell(app, topic, payload, attempts).catch((error: unknown) =>
      app.log.error({ topic, err: error }, "work was given up and nobody could be told"),
    );
}

async function tell(app: App, topic: Topic, payload: unknown, attempts: number): Promise<void> {
  await handlersOf(app)[topic]?.givenUp?.(app, payload as never, attempts);
}

async function renew(app: App, unit: Unit): Promise<void> {
  await asSystem(app, (tx) => renewLease(tx, unit.lease, leaseSeconds)).catch((error: unknown) =>
    app.log.error({ topic: unit.topic, err: error }, "a lease could not be renewed"),
  );
}
