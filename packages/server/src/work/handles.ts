import type { App } from "#app";
import type { Topic, WorkPayloads } from "./topics.ts";

export type Seen = {
  /** Whether an administrator looked at this work after it had failed and set it going again. */
  readonly isRetried: boolean;
  /** The server stops: work that heeds this and throws is given back untouched, and another start goes on with it. */
  readonly stop?: AbortSignal;
};

/** How a feature does the work of one topic. Idempotent: a crash after the work and before the tick repeats it. */
export type Handler<T extends Topic> = {
  readonly work: (app: App, payload: WorkPayloads[T], seen: Seen) => Promise<unknown>;
  /** Makes one payload of several that wait, oldest first; without it each is done on its own. */
  readonly unite?: (payloads: readonly WorkPayloads[T][]) => WorkPayloads[T];
  /** Told when the work is given up, so that whoever waits for it sees it. */
  readonly givenUp?: (app: App, payload: WorkPayloads[T], times: number) => Promise<unknown>;
};

export type Handlers = { readonly [T in Topic]: Handler<T> };

/** Given by a feature in its `feature.ts`: `workHandlers(handles("cover.refresh", { work: refreshCover, unite }))`. */
export function handles<T extends Topic>(topic: T, handler: Handler<T>): Readonly<Record<T, Handler<T>>> {
  return { [topic]: handler } as Record<T, Handler<T>>;
}

/** The union of persons of several messages. */
export function unitePersons(payloads: readonly { readonly personIds: readonly string[] }[]): {
  readonly personIds: readonly string[];
} {
  return { personIds: [...new Set(payloads.flatMap(({ personIds }) => personIds))] };
}
