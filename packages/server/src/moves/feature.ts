import type { Feature } from "#app";
import { taskSources, waitSources } from "#tasks";
import { workHandlers } from "#work";
import { countToDecide, findHeld } from "./move.store.ts";
import { movesWork } from "./moves-work.ts";

/** For the villages, which know who lives there; a data officer looks after all of them on the same page. */
const task = (code: string, state: "asked" | "handed-over", urgency: number) =>
  taskSources({
    code,
    target: "moves",
    urgency,
    permission: "worker.move_accept",
    count: async ({ tx, area }) => (area.villageCode === null ? 0 : countToDecide(tx, area, state)),
  });

export const movesFeature: Feature = {
  name: "moves",
  // Two villages read one row, each its own part of the way.
  owns: { "app.person_moves": "own" },
  gives: [
    workHandlers(movesWork),
    task("hand-over-workers", "asked", 36),
    task("receive-workers", "handed-over", 37),
    waitSources({
      code: "move-at-villages",
      permission: "worker.move_request",
      find: ({ tx, area, actor }) => findHeld(tx, area, actor.userId),
    }),
  ],
};
