import type { Actor, App } from "#app";
import type { Tx } from "#database";
import type { Topic, WorkPayloads } from "./topics.ts";
import { insertWork } from "./work.store.ts";

export type NewWork<T extends Topic> = {
  readonly topic: T;
  readonly payload: WorkPayloads[T];
  /** Only work of the same key is done together; absent is a key of its own. */
  readonly key?: string;
  /** Not before so many seconds from now, where a night's work is for the morning. */
  readonly inSeconds?: number;
};

/**
 * Sets work to be done inside the caller's transaction: it happens if and only if the transaction commits. Nothing waits and
 * nothing is looked up here; waiting work that can be done together is united when it is taken.
 */
export function enqueue<T extends Topic>(app: App, tx: Tx, actor: Actor, work: NewWork<T>): Promise<void> {
  const { topic, payload, key = null, inSeconds = 0 } = work;
  return insertWork(tx, { id: app.newId(), regionCode: actor.regionCode, topic, payload, key, inSeconds });
}
