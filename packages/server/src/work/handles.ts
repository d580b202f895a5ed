import type { App } from "#app";
import type { Topic, WorkPayloads } from "./topics.ts";

/** Whether an administrator looked at this work after it had failed and set it going again. */
export type Seen = { readonly isRetried: boolean };

/** How a feature does the work of one topic. Idempotent: a crash after the work and before the tick repeats it. */
export type Handler<T extends Topic> = {
  readonly work: (app: App, payload: WorkPayloads[T], seen: Seen) => Promise<unknown>;
  /** Makes one payload of several that wait, oldest first; without it each is done on its own. */
  readonly unite?: (payloads: readonly WorkPayloads[T][]) => WorkPayloads[T];
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
