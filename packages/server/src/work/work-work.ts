import { asSystem } from "#database";
import { handles } from "./handles.ts";
import { deleteOldWork } from "./schedule.store.ts";

const keptDays = 30;

/** The queue clears up after itself. */
export const workWork = handles("work.forget", {
  work: (app) => asSystem(app, (tx) => deleteOldWork(tx, keptDays)),
  unite: () => ({}),
});
