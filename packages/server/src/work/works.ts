import { type App, type Feature, part } from "#app";
import type { Handlers } from "./handles.ts";
import type { Schedule } from "./schedule.ts";

/** Which work a feature does: `gives: [workHandlers(coverWork)]`. */
export const workHandlers = part<Partial<Handlers>>("work");

/** What a feature wants done every night: `gives: [schedules(schedule({ name: "cover", at: "00.10", … }))]`. */
export const schedules = part<Schedule>("schedules");

const known = new WeakMap<readonly Feature[], Partial<Handlers>>();

/** How the house works, as its features say. A topic that nobody gave a handler for fails like work that cannot be done. */
export function handlersOf({ features }: Pick<App, "features">): Partial<Handlers> {
  const before = known.get(features);
  if (before !== undefined) return before;
  const handlers: Partial<Handlers> = Object.assign({}, ...workHandlers.all(features));
  known.set(features, handlers);
  return handlers;
}

/** What every night brings, as the features say. */
export function schedulesOf({ features }: Pick<App, "features">): readonly Schedule[] {
  return schedules.all(features);
}
