import { may } from "#access";
import { asSystem } from "#database";
import { waitSources } from "#tasks";
import { findProposed } from "./endorsement.store.ts";

/** Whoever may endorse has the others' lists among the tasks, and waits only for what they proposed themselves. */
export const endorsementOutlook = [
  waitSources({
    code: "list-at-head",
    permission: "list_decision.read",
    find: ({ tx, area, actor }) =>
      findProposed(tx, area, may(actor, "list_decision.approve") ? actor.userId : null),
  }),
  waitSources({
    code: "list-at-head",
    permission: "city_progress.read",
    find: ({ app, area }) => asSystem(app, (tx) => findProposed(tx, area, null)),
  }),
];
